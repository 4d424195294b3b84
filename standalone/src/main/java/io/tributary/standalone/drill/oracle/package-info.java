/**
 * What a ledger must hold, worked out from nothing but the requests that were made and the answers they got. Belongs here:
 * the rules of the product's contract, written a second time and as plainly as possible. Does not belong here: any class
 * of the product, above all none of its topologies; two that share code share its mistakes.
 */
@NullMarked
package io.tributary.standalone.drill.oracle;

import org.jspecify.annotations.NullMarked;
