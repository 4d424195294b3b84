/**
 * Counting: what the features ask of their stores, and what is written for a transaction.
 */
@NullMarked
package io.tributary.benchmarks.count;

import org.jspecify.annotations.NullMarked;
