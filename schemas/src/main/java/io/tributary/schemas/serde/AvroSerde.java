package io.tributary.schemas.serde;

import io.tributary.schemas.Topic;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serializer;

/**
 * {@link AvroSerializer} and {@link AvroDeserializer} of one record type.
 *
 * @param <T> the record type
 */
public final class AvroSerde<T extends SpecificRecord> implements Serde<T> {

    private final AvroSerializer<T> serializer;
    private final AvroDeserializer<T> deserializer;

    /** For Kafka, which calls {@link #configure}. */
    public AvroSerde() {
        this.serializer = new AvroSerializer<>();
        this.deserializer = new AvroDeserializer<>();
    }

    private AvroSerde(AvroSerializer<T> serializer, AvroDeserializer<T> deserializer) {
        this.serializer = serializer;
        this.deserializer = deserializer;
    }

    /** For the main record type of a topic, under the subject {@code <topic>-value}. */
    public static <T extends SpecificRecord> AvroSerde<T> of(
            Topic<?, T> topic, SchemaRegistry registry, SchemaUse use) {
        return of(topic.valueType(), registry, SubjectNames.TOPIC_NAME, use);
    }

    /** For a record type whose subject is named by a strategy. */
    public static <T extends SpecificRecord> AvroSerde<T> of(
            Class<T> type, SchemaRegistry registry, SubjectNames subjects, SchemaUse use) {
        return new AvroSerde<>(new AvroSerializer<>(registry, subjects, use), new AvroDeserializer<>(registry, type));
    }

    @Override
    public void configure(Map<String, ?> configs, boolean isKey) {
        serializer.configure(configs, isKey);
        deserializer.configure(configs, isKey);
    }

    @Override
    public Serializer<T> serializer() {
        return serializer;
    }

    @Override
    public Deserializer<T> deserializer() {
        return deserializer;
    }
}
