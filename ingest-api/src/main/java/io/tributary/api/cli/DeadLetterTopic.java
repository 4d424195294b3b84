package io.tributary.api.cli;

import io.tributary.schemas.Topics;
import io.tributary.topologies.intake.DeadLetterReader;
import io.tributary.topologies.intake.StoredDeadLetter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Reads the dead-letter topic from its start to its present end. */
final class DeadLetterTopic {

    private static final Duration POLL = Duration.ofMillis(200);
    private static final String TOPIC = Topics.DEAD_LETTERS.name();

    private final Map<String, String> kafka;

    DeadLetterTopic(Map<String, String> kafka) {
        this.kafka = kafka;
    }

    /**
     * A dead letter and where it stands.
     *
     * @param place {@code partition-offset} in the dead-letter topic
     * @param letter the dead letter
     */
    record Stored(String place, StoredDeadLetter letter) {}

    List<Stored> read() {
        Map<String, Object> config = new HashMap<>(kafka);
        config.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        List<Stored> letters = new ArrayList<>();
        try (KafkaConsumer<byte[], byte[]> consumer =
                new KafkaConsumer<>(config, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor(TOPIC).stream()
                    .map(info -> new TopicPartition(TOPIC, info.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            while (partitions.stream().anyMatch(at -> consumer.position(at) < ends.getOrDefault(at, 0L))) {
                consumer.poll(POLL).forEach(message -> add(message, letters));
            }
        }
        return letters;
    }

    private static void add(ConsumerRecord<byte[], byte[]> message, List<Stored> letters) {
        DeadLetterReader.read(message.key(), message.value(), message.headers())
                .ifPresent(letter -> letters.add(new Stored(message.partition() + "-" + message.offset(), letter)));
    }
}
