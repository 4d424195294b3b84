package io.tributary.api.cli;

import io.tributary.api.config.ServerConfig;
import io.tributary.api.config.StartupProblem;
import io.tributary.schemas.Topics;
import io.tributary.topologies.intake.StoredDeadLetter;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;

/** Sends the originals of dead letters back, each with a header that says which dead letter it comes from. */
final class ReplaySender implements AutoCloseable {

    private static final String REPLAY_OF = "tributary.replay-of";
    private static final int MOST_UNMARKED = 1_000;
    private static final Duration CLOSE = Duration.ofSeconds(5);

    private final KafkaProducer<byte @Nullable [], byte @Nullable []> producer;
    private final List<Place> unmarked = new ArrayList<>();
    private final AtomicReference<@Nullable Exception> failure = new AtomicReference<>();

    ReplaySender(ServerConfig config) {
        Map<String, Object> settings = ConfigOptions.kafka(config, "replay");
        settings.put(ProducerConfig.ACKS_CONFIG, "all");
        settings.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        settings.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, 10_000);
        settings.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, 30_000);
        // The largest original came compressed; it fits its topic only so, and the client measures it before.
        settings.put(ProducerConfig.COMPRESSION_TYPE_CONFIG, "zstd");
        settings.put(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, Topics.DEAD_LETTERS.maxMessageBytes());
        producer = new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer());
    }

    /** Sends one; that it failed is said by a later call. */
    void send(DeadLetterScan.Found found) {
        throwOnFailure();
        StoredDeadLetter letter = found.letter();
        ProducerRecord<byte @Nullable [], byte @Nullable []> original =
                new ProducerRecord<>(letter.topic(), letter.partition(), letter.key(), letter.value());
        original.headers().add(REPLAY_OF, found.place().toString().getBytes(StandardCharsets.UTF_8));
        send(original);
        unmarked.add(found.place());
        if (unmarked.size() >= MOST_UNMARKED) {
            flush();
        }
    }

    private void send(ProducerRecord<byte @Nullable [], byte @Nullable []> item) {
        var unused = producer.send(item, (metadata, refused) -> {
            if (refused != null) {
                failure.compareAndSet(null, refused);
            }
        });
    }

    /**
     * Returns when the log has all of them, and that it has.
     *
     * @throws StartupProblem when it does not take one
     */
    void flush() {
        producer.flush();
        throwOnFailure();
        // Only now: a letter that is marked but was not taken would never be sent again.
        unmarked.forEach(place -> send(ReplayMark.of(place)));
        unmarked.clear();
        producer.flush();
        throwOnFailure();
    }

    @Override
    public void close() {
        producer.close(CLOSE);
    }

    private void throwOnFailure() {
        Exception refused = failure.get();
        if (refused != null) {
            throw new StartupProblem(
                    "Kafka did not take everything (" + refused.getMessage()
                            + "): run the same again, what was taken already changes nothing.",
                    refused);
        }
    }
}
