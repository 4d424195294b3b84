package io.tributary.api.ingest;

import io.tributary.avro.Continue;
import io.tributary.avro.RawTransaction;
import io.tributary.avro.Tick;
import io.tributary.avro.UserCommand;
import io.tributary.schemas.Partitioning;
import io.tributary.schemas.Topics;
import io.tributary.schemas.serde.AvroSerializer;
import io.tributary.schemas.serde.SchemaRegistry;
import io.tributary.schemas.serde.SchemaUse;
import io.tributary.schemas.serde.SubjectNames;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;

/** Appends with an idempotent producer that waits for all replicas. May be used from any thread. */
public final class KafkaRawLog implements RawLog, AutoCloseable {

    private static final String TOPIC = Topics.EXPENSES_RAW.name();
    private static final Duration CLOSE = Duration.ofSeconds(5);

    private final KafkaProducer<String, byte[]> producer;
    private final AvroSerializer<RawTransaction> facts;
    private final AvroSerializer<SpecificRecord> others;
    private volatile int partitions;

    /**
     * Connects lazily: nothing is sent before the first append.
     *
     * @param kafka settings of every Kafka client
     * @param registry where the schemas are
     * @param use whether schemas are registered or must be there
     * @param clientId the client's name in the broker's log
     */
    public KafkaRawLog(Map<String, String> kafka, SchemaRegistry registry, SchemaUse use, String clientId) {
        this.producer = new KafkaProducer<>(config(kafka, clientId), new StringSerializer(), new ByteArraySerializer());
        this.facts = new AvroSerializer<>(registry, SubjectNames.TOPIC_NAME, use);
        this.others = new AvroSerializer<>(registry, SubjectNames.TOPIC_RECORD_NAME, use);
    }

    @Override
    public CompletableFuture<Appended> append(RawTransaction fact) {
        return send(partitionOf(fact.getUserId()), fact.getUserId(), facts.serialize(TOPIC, fact));
    }

    @Override
    public CompletableFuture<Appended> append(UserCommand command) {
        return send(partitionOf(command.getUserId()), command.getUserId(), others.serialize(TOPIC, command));
    }

    @Override
    public CompletableFuture<Appended> append(Continue step, int partition) {
        return send(partition, step.getUserId(), others.serialize(TOPIC, step));
    }

    @Override
    public CompletableFuture<Appended> append(Tick tick, int partition) {
        return send(partition, null, others.serialize(TOPIC, tick));
    }

    @Override
    public int partitions() {
        if (partitions == 0) {
            // Partitions of the log never change: users would move away from their state.
            partitions = producer.partitionsFor(TOPIC).size();
        }
        return partitions;
    }

    /** The producer, for its measurements. */
    public KafkaProducer<String, byte[]> producer() {
        return producer;
    }

    @Override
    public void close() {
        producer.close(CLOSE);
    }

    private int partitionOf(String userId) {
        return Partitioning.partition(userId, partitions());
    }

    private CompletableFuture<Appended> send(int partition, @Nullable String key, byte @Nullable [] value) {
        CompletableFuture<Appended> appended = new CompletableFuture<>();
        var unused = producer.send(new ProducerRecord<>(TOPIC, partition, key, value), (metadata, failure) -> {
            if (failure == null) {
                appended.complete(new Appended(metadata.partition(), metadata.offset()));
            } else {
                appended.completeExceptionally(failure);
            }
        });
        return appended;
    }

    private static Map<String, Object> config(Map<String, String> kafka, String clientId) {
        Map<String, Object> config = new HashMap<>(kafka);
        config.put(ProducerConfig.CLIENT_ID_CONFIG, clientId);
        config.put(ProducerConfig.ACKS_CONFIG, "all");
        config.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        config.put(ProducerConfig.LINGER_MS_CONFIG, 0);
        // What is sent at once is mostly one fact: nothing to compress it by, and each lz4 batch takes 128 kB of heap.
        config.put(ProducerConfig.COMPRESSION_TYPE_CONFIG, "none");
        config.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, 3_000);
        config.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, 5_000);
        config.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, 10_000);
        return config;
    }
}
