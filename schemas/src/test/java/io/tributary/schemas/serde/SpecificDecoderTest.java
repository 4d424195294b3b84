package io.tributary.schemas.serde;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tributary.avro.Continue;
import io.tributary.avro.RawTransaction;
import io.tributary.avro.Tick;
import io.tributary.schemas.TestCommands;
import io.tributary.schemas.TestTransactions;
import io.tributary.schemas.Topics;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.apache.avro.Schema;
import org.apache.avro.SchemaBuilder;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class SpecificDecoderTest {

    private final RegistryInMemory registry = new RegistryInMemory();
    private final SpecificDecoder decoder = SpecificDecoder.of(Topics.EXPENSES_RAW, new CachingRegistry(registry));
    private final AvroSerializer<SpecificRecord> serializer =
            new AvroSerializer<>(registry, SubjectNames.TOPIC_RECORD_NAME, SchemaUse.REGISTER);

    @Test
    void shouldTellTheTypesOfATopicApart() {
        for (SpecificRecord record : List.of(
                TestTransactions.transaction().description("Café — 12 ✓ \uFFFD").build(),
                TestCommands.command().categoriseMerchant("FOOD_AND_DRINK"),
                new Tick("pacemaker-1"),
                new Continue("u1", "j1", 7L))) {
            assertThat(decoder.decode(bytes(record))).isEqualTo(new Decoded.Value(record));
        }
    }

    @Test
    void shouldNotTakeARecordOfAnotherTopic() {
        SpecificDecoder ticks = new SpecificDecoder(registry, List.of(Tick.class));
        assertPoison(ticks, bytes(TestTransactions.transaction().build()), PoisonCause.UNEXPECTED_TYPE);
    }

    @Test
    void shouldNotTakeASchemaThatIsNoRecord() {
        int id = registry.register("text", Schema.create(Schema.Type.STRING));
        assertPoison(framed(id, 2, 'a'), PoisonCause.UNEXPECTED_TYPE);
    }

    @Test
    void shouldNameWhatIsWrongWithTheHeader() {
        assertPoison(decoder, null, PoisonCause.NULL_VALUE);
        assertPoison(new byte[] {0, 0, 0}, PoisonCause.TOO_SHORT);
        assertPoison("{\"amount\":1}".getBytes(StandardCharsets.UTF_8), PoisonCause.BAD_MAGIC);
        assertPoison(framed(4711), PoisonCause.UNKNOWN_SCHEMA);
        assertPoison(framed(-1), PoisonCause.UNKNOWN_SCHEMA);
    }

    @Test
    void shouldNotTakeATruncatedRecord() {
        byte[] whole = bytes(TestTransactions.transaction().build());
        for (int length = WireFormat.HEADER_LENGTH; length < whole.length; length++) {
            assertThat(decoder.decode(Arrays.copyOf(whole, length))).isInstanceOf(Decoded.Poison.class);
        }
        assertPoison(Arrays.copyOf(whole, whole.length - 1), PoisonCause.TRUNCATED);
    }

    @Test
    void shouldNotTakeWhatIsLeftOver() {
        byte[] whole = bytes(TestTransactions.transaction().build());
        assertPoison(Arrays.copyOf(whole, whole.length + 1), PoisonCause.TRAILING_BYTES);
    }

    @Test
    void shouldNotTakeBrokenUtf8() {
        byte[] whole = bytes(new Tick("abc"));
        for (int[] broken : new int[][] {{0xC3, 0x28, 'x'}, {0xED, 0xA0, 0x80}, {0xC0, 0x80, 'x'}, {'a', 'b', 0xE2}}) {
            for (int i = 0; i < 3; i++) {
                whole[WireFormat.HEADER_LENGTH + 1 + i] = (byte) broken[i];
            }
            assertPoison(whole, PoisonCause.INVALID_UTF8);
        }
    }

    @Test
    void shouldNotTakeBrokenUtf8InBytesThatBecomeText() {
        Schema writer = SchemaBuilder.record("Tick")
                .namespace("io.tributary.avro")
                .fields()
                .requiredBytes("sent_by")
                .endRecord();
        int id = registry.register("bytes", writer);
        assertThat(decoder.decode(framed(id, 2, 'a'))).isEqualTo(new Decoded.Value(new Tick("a")));
        assertPoison(framed(id, 2, 0xFF), PoisonCause.INVALID_UTF8);
    }

    @Test
    void shouldNotBelieveLengths() {
        int tick = idOf(new Tick("a"));
        // Lengths of 2^31-1, 2^62 and -1, as zigzag varints.
        assertPoison(framed(tick, 0xFE, 0xFF, 0xFF, 0xFF, 0x0F), PoisonCause.TRUNCATED);
        assertPoison(
                framed(tick, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x01), PoisonCause.ABSURD_LENGTH);
        assertPoison(framed(tick, 0x01), PoisonCause.ABSURD_LENGTH);
    }

    @Test
    void shouldNotBelieveCountsOfItemsThatTakeNoBytes() {
        Schema writer = SchemaBuilder.record("Tick")
                .namespace("io.tributary.avro")
                .fields()
                .name("padding")
                .type()
                .array()
                .items()
                .nullType()
                .noDefault()
                .requiredString("sent_by")
                .endRecord();
        int id = registry.register("nulls", writer);
        assertThat(decoder.decode(framed(id, 4, 0, 2, 'a'))).isEqualTo(new Decoded.Value(new Tick("a")));
        assertPoison(framed(id, 0xFE, 0xFF, 0xFF, 0xFF, 0x0F, 0, 2, 'a'), PoisonCause.ABSURD_LENGTH);
    }

    @Test
    void shouldNotFollowEndlessNesting() {
        Schema node = new Schema.Parser().parse("""
                        {"type":"record","name":"Tick","namespace":"io.tributary.avro","fields":[
                          {"name":"deep","type":{"type":"record","name":"Node","fields":[
                            {"name":"next","type":["null","Node"]}]}},
                          {"name":"sent_by","type":"string"}]}""");
        int id = registry.register("nested", node);
        byte[] nested = new byte[1 << 20];
        Arrays.fill(nested, (byte) 2);
        ByteBuffer.wrap(nested).put((byte) 0).putInt(id);
        assertThat(decoder.decode(framed(id, 2, 0, 2, 'a'))).isEqualTo(new Decoded.Value(new Tick("a")));
        assertThat(decoder.decode(nested)).isInstanceOf(Decoded.Poison.class);
    }

    @Test
    void shouldNotTakeAnIndexThatIsOutOfRange() {
        RawTransaction record = TestTransactions.transaction()
                .id(null)
                .description("")
                .user("")
                .currency("")
                .minor(0)
                .build();
        byte[] bytes = bytes(record);
        // user, id, key, minor, currency, description, direction: one byte each.
        for (int at : new int[] {WireFormat.HEADER_LENGTH + 1, WireFormat.HEADER_LENGTH + 6}) {
            for (int index : new int[] {64, 63, 1}) {
                byte[] broken = bytes.clone();
                broken[at] = (byte) index;
                assertPoison(broken, PoisonCause.MALFORMED);
            }
        }
    }

    @Test
    void shouldReadWhatAnotherVersionOfTheSchemaWrote() {
        Schema writer = SchemaBuilder.record("Continue")
                .namespace("io.tributary.avro")
                .fields()
                .requiredInt("step")
                .requiredString("not_known_here")
                .requiredString("user_id")
                .requiredString("job_id")
                .endRecord();
        int id = registry.register("other", writer);
        assertThat(decoder.decode(framed(id, 14, 2, 'x', 2, 'u', 2, 'j')))
                .isEqualTo(new Decoded.Value(new Continue("u", "j", 7L)));
    }

    @Test
    void shouldNotTakeASchemaThatDoesNotResolve() {
        Schema writer = SchemaBuilder.record("Tick")
                .namespace("io.tributary.avro")
                .fields()
                .requiredLong("sent_by")
                .endRecord();
        assertPoison(framed(registry.register("long", writer), 2), PoisonCause.INCOMPATIBLE_SCHEMA);
    }

    @Test
    void shouldWaitForARegistryThatIsAwayAndThenReadTheRecord() {
        byte[] bytes = bytes(new Tick("a"));
        registry.away(true);
        assertThatThrownBy(() -> decoder.decode(bytes)).isInstanceOf(RegistryUnavailableException.class);
        registry.away(false);
        assertThat(decoder.decode(bytes)).isEqualTo(new Decoded.Value(new Tick("a")));
        registry.away(true);
        assertThat(decoder.decode(bytes)).isEqualTo(new Decoded.Value(new Tick("a")));
    }

    @Test
    void shouldReadARecordWhoseSchemaWasUnknownAMomentAgo() {
        assertPoison(framed(1, 2, 'a'), PoisonCause.UNKNOWN_SCHEMA);
        bytes(new Tick("a"));
        assertThat(decoder.decode(framed(1, 2, 'a'))).isEqualTo(new Decoded.Value(new Tick("a")));
    }

    @Test
    void shouldSayNothingOfTheContent() {
        byte[] whole = bytes(TestTransactions.transaction().user("secret-user").build());
        Decoded decoded = decoder.decode(Arrays.copyOf(whole, whole.length - 3));
        assertThat(((Decoded.Poison) decoded).message())
                .doesNotContain("secret")
                .doesNotContain("TESCO");
    }

    private byte[] bytes(SpecificRecord record) {
        return Objects.requireNonNull(serializer.serialize("expenses.raw", record));
    }

    private int idOf(SpecificRecord record) {
        return ByteBuffer.wrap(bytes(record)).getInt(1);
    }

    private static byte[] framed(int id, int... body) {
        ByteBuffer bytes = ByteBuffer.allocate(WireFormat.HEADER_LENGTH + body.length);
        bytes.put((byte) 0).putInt(id);
        Arrays.stream(body).forEach(b -> bytes.put((byte) b));
        return bytes.array();
    }

    private void assertPoison(byte[] bytes, PoisonCause cause) {
        assertPoison(decoder, bytes, cause);
    }

    private static void assertPoison(SpecificDecoder decoder, byte @Nullable [] bytes, PoisonCause cause) {
        assertThat(decoder.decode(bytes))
                .isInstanceOfSatisfying(Decoded.Poison.class, poison -> assertThat(poison.cause())
                        .isEqualTo(cause));
    }
}
