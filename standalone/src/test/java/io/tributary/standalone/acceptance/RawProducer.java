package io.tributary.standalone.acceptance;

import io.tributary.schemas.Partitioning;
import io.tributary.schemas.Topics;
import io.tributary.standalone.TestCluster;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;

/** A producer that may write anything into the log, and does not hold back what is large. */
final class RawProducer implements AutoCloseable {
    private static final int NO_LIMIT = 32 << 20;

    private final KafkaProducer<@Nullable String, byte @Nullable []> producer;

    RawProducer(TestCluster cluster, String compression) {
        this.producer = new KafkaProducer<>(
                Map.of(
                        "bootstrap.servers",
                        cluster.bootstrapServers(),
                        "compression.type",
                        compression,
                        "max.request.size",
                        NO_LIMIT,
                        "buffer.memory",
                        2L * NO_LIMIT),
                new StringSerializer(),
                new ByteArraySerializer());
    }

    /** The partition that has a user. */
    static int partitionOf(String userId) {
        return Partitioning.partition(userId, TestServer.PARTITIONS);
    }

    /** Appends to the user's own partition, under the user's key. */
    RecordMetadata send(String userId, byte @Nullable [] value) {
        return send(partitionOf(userId), userId, value);
    }

    /** Appends anywhere, and returns when the log has it. */
    RecordMetadata send(int partition, @Nullable String key, byte @Nullable [] value) {
        try {
            return producer.send(new ProducerRecord<>(Topics.EXPENSES_RAW.name(), partition, key, value))
                    .get();
        } catch (ExecutionException refused) {
            if (refused.getCause() instanceof RecordTooLargeException tooLarge) {
                throw tooLarge;
            }
            throw new IllegalStateException(refused);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    @Override
    public void close() {
        producer.close();
    }
}
