/**
 * How often the classifier is right on what it has not learnt from, beside a plain linear model on the same divisions. A
 * random split of rows measures nothing, as the same merchants stand on both sides, and is not offered.
 */
@NullMarked
package io.tributary.benchmarks.accuracy;

import org.jspecify.annotations.NullMarked;
