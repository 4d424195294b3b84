/**
 * What the product promises, tested from outside on the real process, a real broker and a real registry: records and
 * HTTP requests in, topics and answers out. Nothing here looks inside the process.
 */
@NullMarked
package io.tributary.standalone.acceptance;

import org.jspecify.annotations.NullMarked;
