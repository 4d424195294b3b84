package io.tributary.api.live;

import io.tributary.schemas.Partitioning;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;

/**
 * A user's announcements once more, from a place up to where the topic ended when this began, one poll at a time. Whoever
 * listens before it begins misses nothing: what is announced later comes to listeners. For one thread.
 */
final class Replay implements AutoCloseable {

    private static final Duration POLL = Duration.ofMillis(200);

    private final InsightConsumers reader;
    private final Consumer<byte[], byte[]> consumer;
    private final String userId;
    private final TopicPartition partition;
    private final long end;

    private Replay(InsightConsumers reader, Consumer<byte[], byte[]> consumer, String userId, long offset) {
        this.reader = reader;
        this.consumer = consumer;
        this.userId = userId;
        int partitions = consumer.partitionsFor(InsightConsumers.TOPIC).size();
        this.partition = new TopicPartition(InsightConsumers.TOPIC, Partitioning.partition(userId, partitions));
        consumer.assign(List.of(partition));
        this.end = consumer.endOffsets(List.of(partition)).getOrDefault(partition, 0L);
        long first = consumer.beginningOffsets(List.of(partition)).getOrDefault(partition, 0L);
        consumer.seek(partition, Math.max(offset + 1, first));
    }

    /** Of the user's announcements behind {@code offset}, through a consumer that is this object's from now on. */
    static Replay open(InsightConsumers reader, Consumer<byte[], byte[]> consumer, String userId, long offset) {
        try {
            return new Replay(reader, consumer, userId, offset);
        } catch (RuntimeException away) {
            consumer.close();
            throw away;
        }
    }

    /** Whether all has been read. */
    boolean isDone() {
        return consumer.position(partition) >= end;
    }

    /** What the next poll brings, oldest first; it may be nothing though there is more. */
    List<Announcement> next() {
        List<Announcement> missed = new ArrayList<>();
        for (ConsumerRecord<byte[], byte[]> message : consumer.poll(POLL)) {
            reader.read(message.offset(), message.value())
                    .filter(announcement -> announcement.insight().getUserId().equals(userId))
                    .ifPresent(missed::add);
        }
        return missed;
    }

    @Override
    public void close() {
        consumer.close();
    }
}
