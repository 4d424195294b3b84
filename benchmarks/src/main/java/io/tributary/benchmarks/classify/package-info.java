/**
 * The classifier alone, on one thread.
 */
@NullMarked
package io.tributary.benchmarks.classify;

import org.jspecify.annotations.NullMarked;
