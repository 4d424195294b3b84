/**
 * How rows of the six state stores are keyed, encoded and cached. What a row means belongs to the feature that writes it.
 */
@NullMarked
package io.tributary.topologies.state;

import org.jspecify.annotations.NullMarked;
