package io.tributary.schemas.serde;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.tributary.avro.RawTransaction;
import io.tributary.avro.Tick;
import io.tributary.schemas.TestCommands;
import io.tributary.schemas.TestTransactions;
import io.tributary.schemas.Topics;
import io.tributary.schemas.serde.RegistryRefusedException.Reason;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.apache.avro.SchemaBuilder;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serializer;
import org.junit.jupiter.api.DynamicTest;

/**
 * What a registry, and a pair of serdes on it, must do for Tributary. An integration test that has a real registry with
 * the compatibility rule BACKWARD (or a transitive one) hands out these tests from its {@code @TestFactory}:
 *
 * <pre>{@code
 * @TestFactory
 * Stream<DynamicTest> shouldKeepTheContract() {
 *     return new RegistryContract(baseUrl).tests();
 * }
 * }</pre>
 *
 * Every subject it uses is new, so it may run against a registry that is in use.
 */
public final class RegistryContract {

    private final Map<String, Object> configs;
    private final SchemaRegistry registry;
    private final String prefix = "contract-" + UUID.randomUUID();

    /** For the registry API at an address, e.g. {@code http://127.0.0.1:8081/apis/ccompat/v7}. */
    public RegistryContract(String baseUrl) {
        this.configs = Map.of(SerdeKeys.URL, baseUrl);
        this.registry = new RegistryClient(SerdeConfig.from(configs).registry());
    }

    /** Every test, with Tributary's own serdes. */
    public Stream<DynamicTest> tests() {
        return Stream.concat(
                Stream.of(
                        dynamicTest("shouldGiveTheSameSchemaTheSameId", this::sameSchemaSameId),
                        dynamicTest("shouldLookUpWhatIsRegisteredAndNothingElse", this::lookUp),
                        dynamicTest("shouldGiveTheSchemaOfAnId", this::byId),
                        dynamicTest("shouldGiveTheNewestVersion", this::latest),
                        dynamicTest("shouldSayWhetherASchemaIsCompatible", this::compatibility),
                        dynamicTest("shouldRefuseAnIncompatibleSchema", this::incompatible),
                        dynamicTest("shouldEnforceTheRuleThatIsSet", this::rule),
                        dynamicTest("shouldRegisterEveryTopicTwiceAlike", this::allTopics)),
                serdeTests(new AvroSerializer<>(), new AvroDeserializer<>()));
    }

    /** The tests of a pair of serdes, Tributary's or any other that understands Confluent's keys. */
    public Stream<DynamicTest> serdeTests(
            Serializer<SpecificRecord> serializer, Deserializer<? extends SpecificRecord> deserializer) {
        Map<String, Object> settings = Map.of(
                SerdeKeys.URL,
                String.valueOf(configs.get(SerdeKeys.URL)),
                SerdeKeys.SPECIFIC_READER,
                true,
                SerdeKeys.VALUE_SUBJECTS,
                "io.confluent.kafka.serializers.subject.TopicRecordNameStrategy");
        return Stream.of(dynamicTest("shouldReadEveryTypeOfTheRawTopicThatItWrites", () -> {
            serializer.configure(settings, false);
            deserializer.configure(settings, false);
            for (SpecificRecord record : List.of(
                    TestTransactions.transaction().build(),
                    TestCommands.command().voiding(),
                    new Tick("contract"))) {
                byte[] bytes = serializer.serialize(prefix, record);
                assertThat(deserializer.deserialize(prefix, bytes)).isEqualTo(record);
                assertThat(SpecificDecoder.of(Topics.EXPENSES_RAW, registry).decode(bytes))
                        .isEqualTo(new Decoded.Value(record));
            }
        }));
    }

    private void sameSchemaSameId() {
        int id = registry.register(prefix + "-a", RawTransaction.getClassSchema());
        assertThat(registry.register(prefix + "-a", RawTransaction.getClassSchema()))
                .isEqualTo(id);
        assertThat(registry.register(prefix + "-b", RawTransaction.getClassSchema()))
                .isEqualTo(id);
    }

    private void lookUp() {
        String subject = prefix + "-lookup";
        assertRefused(() -> registry.lookUp(subject, Tick.getClassSchema()), Reason.UNKNOWN_SUBJECT);
        int id = registry.register(subject, Tick.getClassSchema());
        assertThat(registry.lookUp(subject, Tick.getClassSchema())).isEqualTo(id);
        assertRefused(() -> registry.lookUp(subject, RawTransaction.getClassSchema()), Reason.UNKNOWN_SCHEMA);
    }

    private void byId() {
        int id = registry.register(prefix + "-id", RawTransaction.getClassSchema());
        assertThat(registry.byId(id)).isEqualTo(PublishedSchemas.of(RawTransaction.getClassSchema()));
        assertRefused(() -> registry.byId(Integer.MAX_VALUE), Reason.UNKNOWN_SCHEMA);
    }

    private void latest() {
        String subject = prefix + "-latest";
        assertRefused(() -> registry.latest(subject), Reason.UNKNOWN_SUBJECT);
        registry.register(subject, version(false));
        int id = registry.register(subject, version(true));
        assertThat(registry.latest(subject)).isEqualTo(new SchemaRegistry.Registered(id, version(true)));
    }

    private void compatibility() {
        String subject = prefix + "-compatibility";
        assertThat(registry.isCompatible(subject, version(false))).isTrue();
        registry.register(subject, version(false));
        assertThat(registry.isCompatible(subject, version(true))).isTrue();
        assertThat(registry.isCompatible(subject, incompatibleVersion())).isFalse();
    }

    private void incompatible() {
        String subject = prefix + "-incompatible";
        registry.register(subject, version(false));
        assertRefused(() -> registry.register(subject, incompatibleVersion()), Reason.INCOMPATIBLE);
    }

    /** Reads what the version before wrote, but not what the first one did. */
    private void rule() {
        String subject = prefix + "-rule";
        registry.register(subject, version(false));
        registry.requireBackwardTransitive(subject);
        registry.register(subject, version(true));
        Schema third = SchemaBuilder.record(recordName())
                .fields()
                .requiredString("first")
                .name("second")
                .type(version(true).getField("second").schema())
                .noDefault()
                .endRecord();
        assertRefused(() -> registry.register(subject, third), Reason.INCOMPATIBLE);
    }

    private void allTopics() {
        Map<String, Integer> ids = new SchemaRegistration(registry, SchemaUse.REGISTER).run(Topics.all());
        assertThat(new SchemaRegistration(registry, SchemaUse.REGISTER).run(Topics.all()))
                .isEqualTo(ids);
        assertThat(new SchemaRegistration(registry, SchemaUse.LOOK_UP).run(Topics.all()))
                .isEqualTo(ids);
    }

    private Schema version(boolean grown) {
        SchemaBuilder.FieldAssembler<Schema> fields =
                SchemaBuilder.record(recordName()).fields().requiredString("first");
        return grown ? fields.optionalString("second").endRecord() : fields.endRecord();
    }

    private Schema incompatibleVersion() {
        return SchemaBuilder.record(recordName())
                .fields()
                .requiredString("first")
                .requiredLong("second")
                .endRecord();
    }

    // New for every run, so that no other subject has given the schema an id yet.
    private String recordName() {
        return "R" + Integer.toHexString(prefix.hashCode() & Integer.MAX_VALUE);
    }

    private static void assertRefused(Runnable call, Reason reason) {
        assertThatThrownBy(call::run)
                .isInstanceOfSatisfying(RegistryRefusedException.class, refused -> assertThat(refused.reason())
                        .isEqualTo(reason));
    }
}
