/**
 * Hits by merchant, in time order, and the slice of the newest ones that detectors look at; totals by merchant. What is
 * worth telling about a merchant is not decided here, and its name is that of the entries.
 */
@NullMarked
package io.tributary.topologies.merchant;

import org.jspecify.annotations.NullMarked;
