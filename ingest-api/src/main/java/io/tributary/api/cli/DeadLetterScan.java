package io.tributary.api.cli;

import io.tributary.api.config.ServerConfig;
import io.tributary.api.config.StartupProblem;
import io.tributary.schemas.Topics;
import io.tributary.topologies.intake.DeadLetterReader;
import io.tributary.topologies.intake.StoredDeadLetter;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.jspecify.annotations.Nullable;

/** Reads the dead letters that are there when it begins, from the oldest, and joins no group. */
final class DeadLetterScan {

    private static final String TOPIC = Topics.DEAD_LETTERS.name();
    private static final Duration POLL = Duration.ofMillis(500);
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Map<String, Object> settings;

    DeadLetterScan(ServerConfig config) {
        settings = ConfigOptions.kafka(config, "dead-letters");
        // What a transaction wrote that was rolled back will be written again.
        settings.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        settings.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
    }

    /** A dead letter and where it lies. */
    record Found(Place place, StoredDeadLetter letter) {}

    /**
     * Hands over every dead letter, in the order of each partition.
     *
     * @throws StartupProblem when there is no such topic, or the broker stops answering
     */
    void forEach(Consumer<Found> receiver) {
        scan(item -> DeadLetterReader.read(item.key(), item.value(), item.headers())
                .ifPresent(
                        letter -> receiver.accept(new Found(Place.ofLetter(item.partition(), item.offset()), letter))));
    }

    /**
     * The dead letters that were replayed before.
     *
     * @throws StartupProblem as {@link #forEach}
     */
    Set<Place> replayed() {
        Set<Place> places = new HashSet<>();
        scan(item -> ReplayMark.read(item).ifPresent(places::add));
        return places;
    }

    private void scan(Consumer<ConsumerRecord<byte @Nullable [], byte @Nullable []>> receiver) {
        try (KafkaConsumer<byte[], byte[]> consumer =
                new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = partitions(consumer);
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            long deadline = System.nanoTime() + PATIENCE.toNanos();
            while (!reached(consumer, ends)) {
                var records = consumer.poll(POLL);
                records.forEach(item -> hand(item, ends, receiver));
                if (!records.isEmpty()) {
                    deadline = System.nanoTime() + PATIENCE.toNanos();
                } else if (System.nanoTime() > deadline) {
                    throw new StartupProblem("Kafka stopped answering: check kafka.bootstrap.servers.");
                }
            }
        }
    }

    private static void hand(
            ConsumerRecord<byte @Nullable [], byte @Nullable []> item,
            Map<TopicPartition, Long> ends,
            Consumer<ConsumerRecord<byte @Nullable [], byte @Nullable []>> receiver) {
        // What came after the start may be what this very replay brought about.
        if (item.offset() < ends.getOrDefault(new TopicPartition(item.topic(), item.partition()), 0L)) {
            receiver.accept(item);
        }
    }

    private static List<TopicPartition> partitions(KafkaConsumer<byte[], byte[]> consumer) {
        var known = consumer.partitionsFor(TOPIC);
        if (known == null || known.isEmpty()) {
            throw new StartupProblem("The topic " + TOPIC + " does not exist: run 'tributary topics'.");
        }
        return known.stream()
                .map(partition -> new TopicPartition(TOPIC, partition.partition()))
                .toList();
    }

    private static boolean reached(KafkaConsumer<byte[], byte[]> consumer, Map<TopicPartition, Long> ends) {
        return ends.entrySet().stream().allMatch(end -> consumer.position(end.getKey()) >= end.getValue());
    }
}
