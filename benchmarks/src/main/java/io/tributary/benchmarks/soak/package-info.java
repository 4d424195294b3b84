/**
 * Minutes of reads and writes side by side, watched: does a stream thread stand still, does the lag grow, does memory?
 */
@NullMarked
package io.tributary.benchmarks.soak;

import org.jspecify.annotations.NullMarked;
