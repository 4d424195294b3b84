package io.tributary.standalone.acceptance;

import io.tributary.standalone.TestCluster;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Looks through what is committed on a topic, from its beginning. */
final class TopicSearch {
    private static final Duration LOOK = Duration.ofMillis(200);

    private final TestCluster cluster;

    TopicSearch(TestCluster cluster) {
        this.cluster = cluster;
    }

    /** The first hit, waited for; empty when none comes within the patience. */
    <T> Optional<T> await(
            String topic, Duration patience, Function<ConsumerRecord<byte[], byte[]>, Optional<T>> matcher) {
        try (KafkaConsumer<byte[], byte[]> consumer = consumer(topic)) {
            long deadline = System.nanoTime() + patience.toNanos();
            while (System.nanoTime() < deadline) {
                for (ConsumerRecord<byte[], byte[]> found : consumer.poll(LOOK)) {
                    Optional<T> hit = matcher.apply(found);
                    if (hit.isPresent()) {
                        return hit;
                    }
                }
            }
            return Optional.empty();
        }
    }

    /** How many records that are there now match. */
    long count(String topic, Function<ConsumerRecord<byte[], byte[]>, Boolean> matcher) {
        try (KafkaConsumer<byte[], byte[]> consumer = consumer(topic)) {
            Map<TopicPartition, Long> ends = consumer.endOffsets(consumer.assignment());
            long count = 0;
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                for (ConsumerRecord<byte[], byte[]> found : consumer.poll(LOOK)) {
                    count += matcher.apply(found) ? 1 : 0;
                }
            }
            return count;
        }
    }

    private KafkaConsumer<byte[], byte[]> consumer(String topic) {
        KafkaConsumer<byte[], byte[]> consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", cluster.bootstrapServers(), "isolation.level", "read_committed"),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer());
        List<TopicPartition> partitions = IntStream.range(0, TestServer.PARTITIONS)
                .mapToObj(partition -> new TopicPartition(topic, partition))
                .toList();
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
        return consumer;
    }
}
