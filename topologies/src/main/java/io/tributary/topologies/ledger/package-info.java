/**
 * The heart: entries, versions, commands, totals and the changes that everything downstream is a function of.
 */
@NullMarked
package io.tributary.topologies.ledger;

import org.jspecify.annotations.NullMarked;
