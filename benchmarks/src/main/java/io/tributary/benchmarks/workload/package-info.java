/**
 * Facts distributed as in life, the same for the same seed. No Kafka here, and nothing that measures.
 */
@NullMarked
package io.tributary.benchmarks.workload;

import org.jspecify.annotations.NullMarked;
