package io.tributary.standalone.demo;

import io.tributary.avro.RawTransaction;
import io.tributary.schemas.Topics;
import io.tributary.schemas.serde.AvroSerializer;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;

/**
 * Sends the demo's facts to the input topic, as any producer would. Sending them again is harmless: their ids are the same
 * and the ledger knows the content, so a load that was interrupted is simply started over.
 */
public final class DemoLoader {
    private final Map<String, Object> settings;

    /**
     * For one cluster.
     *
     * @param bootstrapServers what Kafka clients call so
     * @param registryUrl what Confluent's serializers call {@code schema.registry.url}
     */
    public DemoLoader(String bootstrapServers, String registryUrl) {
        settings = new HashMap<>();
        settings.put(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers);
        settings.put("schema.registry.url", registryUrl);
        settings.put(ProducerConfig.CLIENT_ID_CONFIG, "demo-loader");
        settings.put(ProducerConfig.KEY_SERIALIZER_CLASS_CONFIG, StringSerializer.class);
        settings.put(ProducerConfig.VALUE_SERIALIZER_CLASS_CONFIG, AvroSerializer.class);
        settings.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        settings.put(ProducerConfig.COMPRESSION_TYPE_CONFIG, "lz4");
        settings.put(ProducerConfig.LINGER_MS_CONFIG, 20);
        settings.put(ProducerConfig.BATCH_SIZE_CONFIG, 128 << 10);
    }

    /**
     * Sends everything and returns when the broker has it all.
     *
     * @throws LoadException when the broker refuses a fact
     * @throws InterruptedException when the load is to stop
     */
    public void send(DemoData data, LoadProgress progress) throws InterruptedException {
        try (KafkaProducer<String, RawTransaction> producer = new KafkaProducer<>(settings)) {
            Deliveries deliveries = new Deliveries(progress);
            try {
                data.forEach(fact -> {
                    deliveries.throwOnFailure();
                    var unused = producer.send(
                            new ProducerRecord<>(Topics.EXPENSES_RAW.name(), fact.getUserId(), fact),
                            (position, failure) -> deliveries.note(failure));
                });
                producer.flush();
                deliveries.throwOnFailure();
            } catch (InterruptException stop) {
                Thread.interrupted(); // what follows must still be able to close
                producer.close(Duration.ZERO);
                InterruptedException interrupted = new InterruptedException("The load was stopped.");
                interrupted.initCause(stop);
                throw interrupted;
            }
        }
    }

    /** Counts what the broker has, and keeps the first thing that went wrong. */
    private static final class Deliveries {
        private final AtomicLong done = new AtomicLong();
        private final AtomicReference<@Nullable Exception> failure = new AtomicReference<>();
        private final LoadProgress progress;

        Deliveries(LoadProgress progress) {
            this.progress = progress;
        }

        void note(@Nullable Exception refused) {
            if (refused == null) {
                progress.reached(done.incrementAndGet());
            } else {
                failure.compareAndSet(null, refused);
            }
        }

        void throwOnFailure() {
            Exception first = failure.get();
            if (first != null) {
                throw new LoadException("The demo data could not be sent to the broker: " + first.getMessage(), first);
            }
        }
    }
}
