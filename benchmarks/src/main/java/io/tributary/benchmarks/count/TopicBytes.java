package io.tributary.benchmarks.count;

import io.tributary.benchmarks.stage.Stage;
import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Reads topics to their ends and adds up what readers of committed records find there. */
final class TopicBytes {

    private static final Duration POLL = Duration.ofMillis(200);

    private final Stage stage;

    TopicBytes(Stage stage) {
        this.stage = stage;
    }

    /**
     * What a topic holds.
     *
     * @param records how many records
     * @param bytes their keys, values and headers, not compressed
     */
    record Content(long records, long bytes) {

        static final Content NONE = new Content(0, 0);

        Content plus(Content other) {
            return new Content(records + other.records, bytes + other.bytes);
        }
    }

    /** The content of each topic. */
    Map<String, Content> read(Collection<String> topics) throws InterruptedException {
        Map<String, Content> contents = new TreeMap<>();
        topics.forEach(topic -> contents.put(topic, Content.NONE));
        Set<TopicPartition> partitions = stage.brokerage().partitions(topics);
        try (KafkaConsumer<byte[], byte[]> consumer = new KafkaConsumer<>(settings())) {
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                consumer.poll(POLL)
                        .forEach(row -> contents.merge(row.topic(), new Content(1, size(row)), Content::plus));
            }
        }
        return contents;
    }

    private static long size(ConsumerRecord<byte[], byte[]> row) {
        long size = length(row.key()) + length(row.value());
        for (Header header : row.headers()) {
            size += header.key().length() + length(header.value());
        }
        return size;
    }

    private static long length(byte @org.jspecify.annotations.Nullable [] part) {
        return part == null ? 0 : part.length;
    }

    private Map<String, Object> settings() {
        return Map.of(
                ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                stage.bootstrapServers(),
                ConsumerConfig.ISOLATION_LEVEL_CONFIG,
                "read_committed",
                ConsumerConfig.MAX_POLL_RECORDS_CONFIG,
                10_000,
                ConsumerConfig.KEY_DESERIALIZER_CLASS_CONFIG,
                ByteArrayDeserializer.class,
                ConsumerConfig.VALUE_DESERIALIZER_CLASS_CONFIG,
                ByteArrayDeserializer.class);
    }
}
