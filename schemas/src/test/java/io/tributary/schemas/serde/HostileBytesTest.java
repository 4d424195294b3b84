package io.tributary.schemas.serde;

import static org.assertj.core.api.Assertions.assertThat;

import io.tributary.avro.AccountKind;
import io.tributary.schemas.TestCommands;
import io.tributary.schemas.TestTransactions;
import io.tributary.schemas.Topics;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.apache.avro.specific.SpecificRecord;

/** Whatever the bytes are, the decoder answers, and what it takes for a record it writes back as it was. */
final class HostileBytesTest {

    private final RegistryInMemory registry = new RegistryInMemory();
    private final SpecificDecoder decoder = SpecificDecoder.of(Topics.EXPENSES_RAW, registry);
    private final AvroSerializer<SpecificRecord> serializer =
            new AvroSerializer<>(registry, SubjectNames.TOPIC_RECORD_NAME, SchemaUse.REGISTER);
    private final List<SpecificRecord> records = List.of(
            TestTransactions.transaction()
                    .account("a-1", AccountKind.CARD)
                    .merchant("Café Zoë")
                    .mcc("5411")
                    .sourceVersion(7)
                    .build(),
            TestCommands.command().putProfile("Europe/London", "GBP"),
            TestCommands.command().putRule("r1", "TESCO", "FOOD_AND_DRINK_GROCERIES"),
            TestCommands.command().amendAmount(1, "EUR"));

    HostileBytesTest() {
        records.forEach(this::bytes);
    }

    @Property(tries = 2000)
    void shouldAnswerRandomBytes(@ForAll byte[] bytes) {
        assertAnswers(bytes);
    }

    @Property(tries = 5000)
    void shouldAnswerRandomBodiesOfKnownSchemas(
            @ForAll @IntRange(min = 1, max = 2) int schemaId, @ForAll @Size(max = 300) byte[] body) {
        assertAnswers(ByteBuffer.allocate(WireFormat.HEADER_LENGTH + body.length)
                .put(WireFormat.MAGIC)
                .putInt(schemaId)
                .put(body)
                .array());
    }

    @Property(tries = 5000)
    void shouldAnswerMutatedRecords(@ForAll @IntRange(max = 3) int which, @ForAll long seed) {
        byte[] bytes = bytes(records.get(which));
        Random random = new Random(seed);
        for (int mutations = random.nextInt(4); mutations >= 0; mutations--) {
            int at = WireFormat.HEADER_LENGTH + random.nextInt(bytes.length - WireFormat.HEADER_LENGTH);
            bytes[at] = (byte) random.nextInt();
        }
        assertAnswers(bytes);
    }

    private void assertAnswers(byte[] bytes) {
        if (decoder.decode(bytes) instanceof Decoded.Value value) {
            assertThat(decoder.decode(bytes(value.record()))).isEqualTo(value);
        }
    }

    private byte[] bytes(SpecificRecord record) {
        return Objects.requireNonNull(serializer.serialize("expenses.raw", record));
    }
}
