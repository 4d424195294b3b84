/**
 * How the figures grow with the number of transactions: the same measurements on ledgers that are ten and a hundred
 * times as long.
 */
@NullMarked
package io.tributary.benchmarks.growth;

import org.jspecify.annotations.NullMarked;
