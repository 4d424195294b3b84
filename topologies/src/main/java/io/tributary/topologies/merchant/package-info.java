/**
 * Hits by merchant, in time order, and the slice of the newest ones that detectors look at.
 */
@NullMarked
package io.tributary.topologies.merchant;

import org.jspecify.annotations.NullMarked;
