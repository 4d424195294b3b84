/**
 * Reads see writes: the token that names positions in the log, and waiting until the state has reached them.
 */
@NullMarked
package io.tributary.api.position;

import org.jspecify.annotations.NullMarked;
