package io.tributary.standalone.rebuild;

import io.tributary.standalone.TestCluster;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** The rows of a store as its changelog has them: every byte of the state, and nothing that is not committed. */
final class Changelog {

    private final TestCluster cluster;

    Changelog(TestCluster cluster) {
        this.cluster = cluster;
    }

    /** By partition and key, of which the first character is the row's type, a digest of the row. */
    Map<String, Integer> rows(String applicationId, String store) {
        return read(applicationId, store, Arrays::hashCode);
    }

    /** By partition and key, the rows themselves. */
    Map<String, byte[]> bytes(String applicationId, String store) {
        return read(applicationId, store, row -> row);
    }

    private <T> Map<String, T> read(String applicationId, String store, Function<byte[], T> form) {
        Map<String, T> rows = new HashMap<>();
        try (KafkaConsumer<byte[], byte[]> consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", cluster.bootstrapServers(), "isolation.level", "read_committed"),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer())) {
            List<TopicPartition> places = consumer.partitionsFor(applicationId + "-" + store + "-changelog").stream()
                    .map(place -> new TopicPartition(place.topic(), place.partition()))
                    .toList();
            consumer.assign(places);
            consumer.seekToBeginning(places);
            Map<TopicPartition, Long> ends = consumer.endOffsets(places);
            while (places.stream().anyMatch(place -> consumer.position(place) < ends.getOrDefault(place, 0L))) {
                consumer.poll(Duration.ofMillis(200)).forEach(record -> take(rows, record, form));
            }
        }
        return rows;
    }

    private static <T> void take(Map<String, T> rows, ConsumerRecord<byte[], byte[]> record, Function<byte[], T> form) {
        String key = (char) record.key()[0] + digest(record.key()) + '@' + record.partition();
        if (record.value() == null) {
            rows.remove(key);
        } else {
            rows.put(key, form.apply(record.value()));
        }
    }

    /** Keys of millions of rows must fit into a test. */
    private static String digest(byte[] key) {
        try {
            byte[] sha = MessageDigest.getInstance("SHA-256").digest(key);
            return Base64.getEncoder().encodeToString(Arrays.copyOf(sha, 12));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every JDK has SHA-256", impossible);
        }
    }
}
