/**
 * What a throwing feature costs: itself and one user, until it has been rebuilt from the ledger. The same walk fills a
 * feature that is new, or whose version was raised, while changes arrive.
 *
 * <p>Belongs here: catching, marking, rebuilding, and who sees which change meanwhile. Does not: what a feature makes of a
 * change, and anything that intake, classify, ledger and progress throw.
 */
@NullMarked
package io.tributary.topologies.guard;

import org.jspecify.annotations.NullMarked;
