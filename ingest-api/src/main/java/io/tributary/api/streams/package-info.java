/**
 * Runs the pipeline and opens its stores to readers. The only place that holds a KafkaStreams.
 */
@NullMarked
package io.tributary.api.streams;

import org.jspecify.annotations.NullMarked;
