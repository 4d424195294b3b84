package io.tributary.api.fx;

import io.tributary.api.ingest.RawLog.Appended;
import io.tributary.avro.FxRates;
import io.tributary.schemas.EntityKey;
import io.tributary.schemas.Topics;
import io.tributary.schemas.serde.AvroSerializer;
import io.tributary.schemas.serde.SchemaRegistry;
import io.tributary.schemas.serde.SchemaUse;
import io.tributary.schemas.serde.SubjectNames;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;

/** Appends exchange rates to their compacted topic: one record a base and day, the last one counts as a whole. */
public final class FxLog {

    private static final String TOPIC = Topics.FX_RATES.name();

    private final Producer<String, byte[]> producer;
    private final AvroSerializer<FxRates> serializer;

    /** Sends through {@code producer}, which stays the caller's. */
    public FxLog(Producer<String, byte[]> producer, SchemaRegistry registry, SchemaUse use) {
        this.producer = producer;
        this.serializer = new AvroSerializer<>(registry, SubjectNames.TOPIC_NAME, use);
    }

    /** Appends a day's rates; completes when the log has them for good. */
    public CompletableFuture<Appended> append(FxRates rates) {
        CompletableFuture<Appended> appended = new CompletableFuture<>();
        String key = rates.getBase() + EntityKey.SEPARATOR + rates.getDay();
        var unused = producer.send(
                new ProducerRecord<>(TOPIC, key, serializer.encode(TOPIC, rates)), (metadata, failure) -> {
                    if (failure == null) {
                        appended.complete(new Appended(metadata.partition(), metadata.offset()));
                    } else {
                        appended.completeExceptionally(failure);
                    }
                });
        return appended;
    }
}
