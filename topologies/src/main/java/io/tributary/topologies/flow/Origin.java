package io.tributary.topologies.flow;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The record that everything now being done comes from.
 *
 * @param topic the topic
 * @param partition the partition
 * @param offset the offset
 * @param recordedAt when the log took it; "now" for every decision
 * @param key the key's original bytes; null where it had none
 * @param value the value's original bytes, for a dead letter
 */
public record Origin(
        String topic, int partition, long offset, Instant recordedAt, byte @Nullable [] key, byte[] value) {}
