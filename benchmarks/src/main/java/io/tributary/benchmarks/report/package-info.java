/**
 * Figures and how they are shown. Knows neither Kafka nor the pipeline.
 */
@NullMarked
package io.tributary.benchmarks.report;

import org.jspecify.annotations.NullMarked;
