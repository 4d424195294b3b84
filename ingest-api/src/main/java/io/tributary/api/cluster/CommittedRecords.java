package io.tributary.api.cluster;

import io.tributary.api.config.StartupProblem;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.jspecify.annotations.Nullable;

/** Looks through stretches of topics for committed records, of which offsets alone do not tell: markers take offsets too. */
public final class CommittedRecords {

    private static final Duration POLL = Duration.ofMillis(100);
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Map<String, Object> settings;

    /** Reads with these settings of a Kafka client, and joins no group. */
    public CommittedRecords(Map<String, ?> kafka) {
        settings = new HashMap<>(kafka);
        settings.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        settings.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
    }

    /**
     * Whether there is a record that {@code wanted} takes.
     *
     * @param from by partition, where to begin
     * @param to by partition, where to end, which must be readable
     * @throws StartupProblem when Kafka stops answering
     */
    public boolean any(
            Map<TopicPartition, Long> from,
            Map<TopicPartition, Long> to,
            Predicate<ConsumerRecord<byte @Nullable [], byte @Nullable []>> wanted) {
        if (from.isEmpty()) {
            return false;
        }
        try (Consumer<byte @Nullable [], byte @Nullable []> consumer =
                new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            consumer.assign(from.keySet());
            from.forEach(consumer::seek);
            long deadline = System.nanoTime() + PATIENCE.toNanos();
            while (from.keySet().stream().anyMatch(partition -> consumer.position(partition) < end(to, partition))) {
                for (ConsumerRecord<byte @Nullable [], byte @Nullable []> record : consumer.poll(POLL)) {
                    if (wanted.test(record)) {
                        return true;
                    }
                }
                if (System.nanoTime() > deadline) {
                    throw new StartupProblem("Kafka stopped answering: check kafka.bootstrap.servers.");
                }
            }
            return false;
        }
    }

    private static long end(Map<TopicPartition, Long> to, TopicPartition partition) {
        return to.getOrDefault(partition, 0L);
    }
}
