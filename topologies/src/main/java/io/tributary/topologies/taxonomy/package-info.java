/**
 * The categories and what they count as by default.
 */
@NullMarked
package io.tributary.topologies.taxonomy;

import org.jspecify.annotations.NullMarked;
