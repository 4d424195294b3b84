package io.tributary.schemas.serde;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.avro.Schema;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificDatumWriter;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.Serializer;
import org.jspecify.annotations.Nullable;

/**
 * Writes generated records in the Confluent wire format. A null stays null. May be used from several threads. Throws
 * {@link RegistryUnavailableException} when a schema not seen before needs a registry that is away, and
 * {@link RegistryRefusedException} when the registry does not take it.
 *
 * @param <T> the record type; {@code SpecificRecord} for several
 */
public final class AvroSerializer<T extends SpecificRecord> implements Serializer<T> {

    static {
        AvroTrust.ensure();
    }

    private record Target(SpecificDatumWriter<SpecificRecord> writer, int schemaId) {}

    private static final class Workspace {
        private final RecordBuffer buffer = new RecordBuffer();
        private final BinaryEncoder encoder = EncoderFactory.get().directBinaryEncoder(buffer, null);
    }

    private final ThreadLocal<Workspace> workspace = ThreadLocal.withInitial(Workspace::new);
    private final Map<Class<?>, Map<String, Target>> targets = new ConcurrentHashMap<>();
    private @Nullable SchemaRegistry registry;
    private SubjectNames subjects = SubjectNames.TOPIC_NAME;
    private SchemaUse use = SchemaUse.REGISTER;
    private boolean isKey;

    /** For Kafka, which calls {@link #configure}. */
    public AvroSerializer() {}

    /** Ready to use. */
    public AvroSerializer(SchemaRegistry registry, SubjectNames subjects, SchemaUse use) {
        this.registry = registry;
        this.subjects = subjects;
        this.use = use;
    }

    @Override
    public void configure(Map<String, ?> configs, boolean isKey) {
        SerdeConfig config = SerdeConfig.from(configs);
        this.registry = new CachingRegistry(new RegistryClient(config.registry()));
        this.subjects = isKey ? config.keySubjects() : config.valueSubjects();
        this.use = config.schemaUse();
        this.isKey = isKey;
    }

    @Override
    public byte @Nullable [] serialize(String topic, @Nullable T record) {
        return record == null ? null : encode(topic, record);
    }

    /** The same for a record that is there. */
    public byte[] encode(String topic, T record) {
        Target target = target(topic, record);
        Workspace work = workspace.get();
        work.buffer.startRecord(target.schemaId());
        try {
            target.writer().write(record, work.encoder);
            return work.buffer.finishRecord();
        } catch (IOException e) {
            throw new UncheckedIOException("an array in memory cannot fail to be written", e);
        }
    }

    private Target target(String topic, T record) {
        Map<String, Target> byTopic = targets.computeIfAbsent(record.getClass(), type -> new ConcurrentHashMap<>());
        Target known = byTopic.get(topic);
        if (known != null) {
            return known;
        }
        Schema schema = record.getSchema();
        SchemaRegistry from = Objects.requireNonNull(registry, "the serializer has not been configured");
        int id = use.idOf(from, subjects.subject(topic, isKey, schema), schema);
        Target target = new Target(new SpecificDatumWriter<>(schema, SpecificData.getForClass(record.getClass())), id);
        byTopic.put(topic, target);
        return target;
    }
}
