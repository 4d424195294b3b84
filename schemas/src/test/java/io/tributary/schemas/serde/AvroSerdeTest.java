package io.tributary.schemas.serde;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tributary.avro.RawTransaction;
import io.tributary.avro.Tick;
import io.tributary.schemas.TestTransactions;
import io.tributary.schemas.Topics;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.Test;

final class AvroSerdeTest {

    private final RegistryInMemory registry = new RegistryInMemory();
    private final AvroSerde<RawTransaction> serde = AvroSerde.of(Topics.EXPENSES_RAW, registry, SchemaUse.REGISTER);

    @Test
    void shouldReadWhatItWrites() {
        RawTransaction record =
                TestTransactions.transaction().merchant("Café Zoë").pending().build();
        byte[] bytes = serde.serializer().serialize("expenses.raw", record);
        assertThat(serde.deserializer().deserialize("expenses.raw", bytes)).isEqualTo(record);
    }

    @Test
    void shouldWriteWhatPlainAvroReads() throws IOException {
        byte[] bytes = bytes(serde, TestTransactions.transaction().build());
        assertThat(WireFormat.parse(bytes)).isEqualTo(new WireFormat.Header.Framed(1, 5));
        Schema schema = registry.latest("expenses.raw-value").schema();
        GenericRecord read = new GenericDatumReader<GenericRecord>(schema)
                .read(null, DecoderFactory.get().binaryDecoder(bytes, 5, bytes.length - 5, null));
        assertThat(read.get("description")).hasToString("TESCO STORES 3297");
    }

    @Test
    void shouldLeaveErasureAlone() {
        assertThat(serde.serializer().serialize("t", null)).isNull();
        assertThat(serde.deserializer().deserialize("t", null)).isNull();
        assertThat(registry.calls()).isZero();
    }

    @Test
    void shouldTellPoisonFromARegistryThatIsAway() {
        byte[] bytes = bytes(serde, TestTransactions.transaction().build());
        assertThatThrownBy(() -> serde.deserializer().deserialize("t", new byte[] {1, 2}))
                .isInstanceOfSatisfying(BadWireFormatException.class, poison -> assertThat(poison.poisonCause())
                        .isEqualTo(PoisonCause.BAD_MAGIC));
        assertThatThrownBy(() -> serde.deserializer().deserialize("t", new byte[] {0, 0, 0, 0, 9, 1}))
                .isInstanceOf(UnknownSchemaException.class);
        registry.away(true);
        assertThatThrownBy(() -> serde.deserializer().deserialize("t", bytes))
                .isInstanceOf(RegistryUnavailableException.class);
        registry.away(false);
        assertThat(serde.deserializer().deserialize("t", bytes)).isNotNull();
    }

    @Test
    void shouldAskOnceForEachTopic() {
        RawTransaction record = TestTransactions.transaction().build();
        for (int i = 0; i < 10; i++) {
            serde.serializer().serialize("a", record);
            serde.serializer().serialize("b", record);
        }
        assertThat(registry.calls()).isEqualTo(2);
    }

    @Test
    void shouldNotMixRecordsOfSeveralThreads() {
        List<RawTransaction> records = IntStream.range(0, 2000)
                .mapToObj(i -> TestTransactions.transaction()
                        .id("t" + i)
                        .description("x".repeat(i))
                        .build())
                .toList();
        assertThat(records.parallelStream()
                        .map(record -> serde.deserializer()
                                .deserialize("expenses.raw", serde.serializer().serialize("expenses.raw", record)))
                        .toList())
                .isEqualTo(records);
    }

    @Test
    void shouldWriteALargeRecordAndASmallOneAfterIt() {
        RawTransaction large =
                TestTransactions.transaction().description("y".repeat(900_000)).build();
        RawTransaction small = TestTransactions.transaction().build();
        assertThat(serde.deserializer().deserialize("t", bytes(serde, large))).isEqualTo(large);
        assertThat(serde.deserializer().deserialize("t", bytes(serde, small))).isEqualTo(small);
    }

    @Test
    void shouldStartAfreshAfterARecordThatCannotBeWritten() {
        AvroSerializer<SpecificRecord> serializer =
                new AvroSerializer<>(registry, SubjectNames.TOPIC_RECORD_NAME, SchemaUse.REGISTER);
        RawTransaction broken = TestTransactions.transaction().build();
        broken.put("description", null);
        assertThatThrownBy(() -> serializer.serialize("t", broken)).isInstanceOf(NullPointerException.class);
        byte[] bytes = serializer.serialize("t", new Tick("a"));
        assertThat(new SpecificDecoder(registry, List.of(Tick.class)).decode(bytes))
                .isEqualTo(new Decoded.Value(new Tick("a")));
    }

    @Test
    void shouldBeConfiguredTheWayKafkaDoesIt() throws IOException {
        try (FaultyRegistryServer server = new FaultyRegistryServer();
                AvroSerde<Tick> configured = new AvroSerde<>()) {
            server.reply(FaultyRegistryServer.Reply.ok("{\"id\":3}"));
            configured.configure(
                    Map.of(
                            "schema.registry.url",
                            server.url(),
                            "auto.register.schemas",
                            false,
                            "value.subject.name.strategy",
                            "TopicRecordNameStrategy"),
                    false);
            assertThat(configured.serializer().serialize("expenses.raw", new Tick("a")))
                    .containsExactly(0, 0, 0, 0, 3, 2, 'a');
            assertThat(server.requests().get(0).path()).isEqualTo("/subjects/expenses.raw-io.tributary.avro.Tick");
        }
    }

    @Test
    void shouldSayWhenNobodyHasConfiguredIt() {
        try (AvroSerde<Tick> bare = new AvroSerde<>()) {
            assertThatThrownBy(() -> bare.serializer().serialize("t", new Tick("a")))
                    .hasMessageContaining("configured");
            assertThatThrownBy(() -> bare.deserializer().deserialize("t", new byte[] {0}))
                    .hasMessageContaining("configured");
        }
    }

    private static <T extends SpecificRecord> byte[] bytes(AvroSerde<T> serde, T record) {
        return Objects.requireNonNull(serde.serializer().serialize("expenses.raw", record));
    }
}
