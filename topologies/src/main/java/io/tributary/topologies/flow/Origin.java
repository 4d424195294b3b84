package io.tributary.topologies.flow;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The record that everything now being done comes from, with its original bytes. Nobody changes the arrays. */
public final class Origin {

    private final String topic;
    private final int partition;
    private final long offset;
    private final Instant recordedAt;
    private final byte @Nullable [] key;
    private final byte @Nullable [] value;

    /** The record at {@code offset} of a topic's partition, which the log took at {@code recordedAt}. */
    public Origin(
            String topic,
            int partition,
            long offset,
            Instant recordedAt,
            byte @Nullable [] key,
            byte @Nullable [] value) {
        this.topic = topic;
        this.partition = partition;
        this.offset = offset;
        this.recordedAt = recordedAt;
        this.key = key;
        this.value = value;
    }

    /** The topic. */
    public String topic() {
        return topic;
    }

    /** The partition. */
    public int partition() {
        return partition;
    }

    /** The offset. */
    public long offset() {
        return offset;
    }

    /** When the log took it: "now" for every decision. */
    public Instant recordedAt() {
        return recordedAt;
    }

    /** The key as it came; null where it had none. */
    public byte @Nullable [] key() {
        return key;
    }

    /** The value as it came; null for a tombstone. */
    public byte @Nullable [] value() {
        return value;
    }

    @Override
    public String toString() {
        return topic + "-" + partition + "@" + offset;
    }
}
