package io.tributary.schemas.serde;

import io.tributary.schemas.Topic;
import io.tributary.schemas.serde.WireFormat.Header;
import java.io.IOException;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.avro.AvroTypeException;
import org.apache.avro.Schema;
import org.apache.avro.SchemaCompatibility;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificDatumReader;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/**
 * Reads records of several types from bytes that may be anything. The full name of the writer's schema chooses the type;
 * the writer's schema is then resolved to ours. Whatever the bytes are, the answer is a {@link Decoded}; the only thing
 * thrown is {@link RegistryUnavailableException}, when a schema not seen before needs a registry that does not answer
 * the question. May be used from any thread.
 */
public final class SpecificDecoder {

    private final SchemaRegistry registry;
    private final Map<String, Class<? extends SpecificRecord>> types = new HashMap<>();
    private final Map<Integer, Reading> readings = new ConcurrentHashMap<>();

    /** How records of one writer's schema are read; without a reader they do not belong here. */
    private record Reading(String writerName, @Nullable SpecificDatumReader<SpecificRecord> reader) {}

    /** Reads the given types and no others. */
    public SpecificDecoder(SchemaRegistry registry, Collection<Class<? extends SpecificRecord>> types) {
        AvroTrust.ensure();
        this.registry = registry;
        types.forEach(type -> this.types.put(SpecificData.get().getSchema(type).getFullName(), type));
    }

    /** Reads the record types of a topic. */
    public static SpecificDecoder of(Topic<?, ?> topic, SchemaRegistry registry) {
        return new SpecificDecoder(registry, topic.recordTypes());
    }

    /**
     * Reads one record value.
     *
     * @throws RegistryUnavailableException when the schema is not known yet and the registry is away
     */
    public Decoded decode(byte @Nullable [] bytes) {
        if (bytes == null) {
            return new Decoded.Poison(PoisonCause.NULL_VALUE, "The record has no value.");
        }
        Header header = WireFormat.parse(bytes);
        if (header instanceof Header.Framed framed) {
            return decode(bytes, framed);
        }
        if (header instanceof Header.BadMagic bad) {
            return new Decoded.Poison(PoisonCause.BAD_MAGIC, "The first byte is " + bad.magic() + " instead of 0.");
        }
        return new Decoded.Poison(
                PoisonCause.TOO_SHORT, "The value has " + bytes.length + " bytes; the header alone has 5.");
    }

    private Decoded decode(byte[] bytes, Header.Framed header) {
        Reading reading;
        try {
            reading = reading(header.schemaId());
        } catch (UnknownSchemaException e) {
            return new Decoded.Poison(e.poisonCause(), e.sentence());
        }
        if (reading.reader() == null) {
            return new Decoded.Poison(
                    PoisonCause.UNEXPECTED_TYPE, "A record of type " + reading.writerName() + " does not belong here.");
        }
        return read(reading.reader(), new StrictDecoder(bytes, header.bodyStart()));
    }

    private Decoded read(SpecificDatumReader<SpecificRecord> reader, StrictDecoder decoder) {
        try {
            SpecificRecord record = reader.read(null, decoder);
            return decoder.left() == 0
                    ? new Decoded.Value(record)
                    : new Decoded.Poison(
                            PoisonCause.TRAILING_BYTES, decoder.left() + " bytes are left over after the record.");
        } catch (BadBytes e) {
            return new Decoded.Poison(e.poison(), e.sentence());
        } catch (AvroTypeException e) {
            return unresolved(reader);
        } catch (IOException | RuntimeException | StackOverflowError e) {
            // Avro answers nonsense (an enum or union index out of range, endless nesting) with whatever its code runs
            // into. Nothing but Avro and the bytes is at work here, so the bytes are what is wrong.
            return new Decoded.Poison(PoisonCause.MALFORMED, "Avro cannot have written these bytes.");
        }
    }

    // Avro says the same of a schema that does not resolve and of an index that no writer of the schema can have
    // written.
    private static Decoded unresolved(SpecificDatumReader<SpecificRecord> reader) {
        boolean resolves = SchemaCompatibility.checkReaderWriterCompatibility(reader.getExpected(), reader.getSchema())
                        .getType()
                == SchemaCompatibility.SchemaCompatibilityType.COMPATIBLE;
        return resolves
                ? new Decoded.Poison(PoisonCause.MALFORMED, "Avro cannot have written these bytes.")
                : new Decoded.Poison(
                        PoisonCause.INCOMPATIBLE_SCHEMA, "The writer's schema does not resolve to the one read here.");
    }

    private Reading reading(int schemaId) {
        Reading known = readings.get(schemaId);
        if (known != null) {
            return known;
        }
        Reading reading = reading(WriterSchemas.ask(registry, schemaId));
        readings.put(schemaId, reading);
        return reading;
    }

    private Reading reading(Schema writer) {
        Class<? extends SpecificRecord> type = types.get(writer.getFullName());
        if (type == null || writer.getType() != Schema.Type.RECORD) {
            return new Reading(writer.getFullName(), null);
        }
        SpecificData data = SpecificData.getForClass(type);
        return new Reading(writer.getFullName(), new SpecificDatumReader<>(writer, data.getSchema(type), data));
    }
}
