/** The HTTP API against a real broker and registry. */
@NullMarked
package io.tributary.standalone.api;

import org.jspecify.annotations.NullMarked;
