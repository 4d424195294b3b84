package io.tributary.benchmarks.stage;

import io.tributary.avro.RawTransaction;
import io.tributary.schemas.Topics;
import io.tributary.schemas.serde.AvroSerializer;
import io.tributary.schemas.serde.SchemaUse;
import io.tributary.schemas.serde.SubjectNames;
import io.tributary.standalone.StartupException;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;

/**
 * Facts in the input topic, as a producer leaves them there: Avro in the Confluent format, keyed by user, lz4.
 *
 * @param records how many
 * @param bytes their keys and values, serialised and not compressed
 */
public record Preload(long records, long bytes) {

    /** Sends so many facts and returns when the broker has them. */
    public static Preload send(Stage stage, Supplier<RawTransaction> facts, long records) {
        AtomicReference<@Nullable Exception> failure = new AtomicReference<>();
        long bytes = 0;
        try (KafkaProducer<String, byte[]> producer = new KafkaProducer<>(settings(stage));
                AvroSerializer<RawTransaction> serializer =
                        new AvroSerializer<>(stage.schemas(), SubjectNames.TOPIC_NAME, SchemaUse.REGISTER)) {
            for (long i = 0; i < records; i++) {
                RawTransaction fact = facts.get();
                byte[] value = serializer.encode(Topics.EXPENSES_RAW.name(), fact);
                bytes += value.length + fact.getUserId().length();
                var unused = producer.send(
                        new ProducerRecord<>(Topics.EXPENSES_RAW.name(), fact.getUserId(), value),
                        (position, refused) -> failure.compareAndSet(null, refused));
            }
            producer.flush();
        }
        Exception refused = failure.get();
        if (refused != null) {
            throw new StartupException("The facts of the benchmark could not be sent.", refused);
        }
        return new Preload(records, bytes);
    }

    private static Map<String, Object> settings(Stage stage) {
        return Map.of(
                ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                stage.bootstrapServers(),
                ProducerConfig.KEY_SERIALIZER_CLASS_CONFIG,
                StringSerializer.class,
                ProducerConfig.VALUE_SERIALIZER_CLASS_CONFIG,
                org.apache.kafka.common.serialization.ByteArraySerializer.class,
                ProducerConfig.COMPRESSION_TYPE_CONFIG,
                "lz4",
                ProducerConfig.LINGER_MS_CONFIG,
                10,
                ProducerConfig.BATCH_SIZE_CONFIG,
                256 << 10);
    }
}
