package io.tributary.schemas.serde;

import io.tributary.schemas.Topics;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.Deserializer;
import org.jspecify.annotations.Nullable;

/**
 * Reads generated records from the Confluent wire format. A null stays null. May be used from several threads. Throws
 * {@link RegistryUnavailableException} when the registry is away and a {@link PoisonRecordException} when the bytes will
 * never decode.
 *
 * @param <T> the record type; {@code SpecificRecord} for several
 */
public final class AvroDeserializer<T extends SpecificRecord> implements Deserializer<T> {

    private @Nullable SpecificDecoder decoder;

    /** For Kafka, which calls {@link #configure}: reads every record type of {@link Topics}. */
    public AvroDeserializer() {}

    /** Reads one type. */
    public AvroDeserializer(SchemaRegistry registry, Class<T> type) {
        this.decoder = new SpecificDecoder(registry, List.of(type));
    }

    @Override
    public void configure(Map<String, ?> configs, boolean isKey) {
        this.decoder = new SpecificDecoder(
                SchemaRegistry.connect(configs),
                Topics.all().stream()
                        .flatMap(topic -> topic.recordTypes().stream())
                        .toList());
    }

    // The constructor or the types of the topics say what T is; a consumer that declares another one would be wrong.
    @SuppressWarnings("unchecked")
    @Override
    public @Nullable T deserialize(String topic, byte @Nullable [] bytes) {
        if (bytes == null) {
            return null;
        }
        Decoded decoded = Objects.requireNonNull(decoder, "the deserializer has not been configured")
                .decode(bytes);
        if (decoded instanceof Decoded.Poison poison) {
            throw poison.cause() == PoisonCause.UNKNOWN_SCHEMA
                    ? new UnknownSchemaException(poison.message())
                    : new BadWireFormatException(poison.cause(), poison.message());
        }
        return (T) ((Decoded.Value) decoded).record();
    }
}
