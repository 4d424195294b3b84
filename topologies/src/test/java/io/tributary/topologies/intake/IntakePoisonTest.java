package io.tributary.topologies.intake;

import static io.tributary.schemas.TestTransactions.transaction;
import static org.assertj.core.api.Assertions.assertThat;

import io.tributary.avro.FxRates;
import io.tributary.avro.RawTransaction;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.apache.avro.Schema;
import org.apache.avro.SchemaBuilder;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Everything that intake cannot read ends as a dead letter with its cause, and the record after it is processed. */
class IntakePoisonTest {

    private final IntakeFixture intake = new IntakeFixture();
    private final String here = IntakeFixture.userOn(0);
    private final RawTransaction good = transaction().user(here).build();

    @AfterEach
    void close() {
        intake.close();
    }

    @Test
    void shouldDeadLetterAWrongMagicByte() {
        byte[] bytes = intake.bytes(good);
        bytes[0] = 1;

        assertPoison(bytes, "bad-magic");
    }

    @Test
    void shouldDeadLetterFewerBytesThanAHeader() {
        assertPoison(new byte[] {0, 0}, "too-short");
        assertPoison(new byte[0], "too-short");
    }

    @Test
    void shouldDeadLetterAnUnknownSchemaId() {
        assertPoison(IntakeFixture.framed(9_999, new byte[10]), "unknown-schema");
    }

    @Test
    void shouldDeadLetterATruncatedRecord() {
        byte[] bytes = intake.bytes(good);

        assertPoison(Arrays.copyOf(bytes, bytes.length - 12), "truncated");
    }

    @Test
    void shouldDeadLetterTrailingBytes() {
        byte[] bytes = intake.bytes(good);

        assertPoison(Arrays.copyOf(bytes, bytes.length + 1), "trailing-bytes");
    }

    @Test
    void shouldDeadLetterInvalidUtf8() {
        byte[] bytes = intake.bytes(
                transaction().user(here).description("\u00FC".repeat(9)).build());
        int at = new String(bytes, StandardCharsets.ISO_8859_1).indexOf('\u00C3');
        bytes[at] = (byte) 0xFF;

        assertPoison(bytes, "invalid-utf8");
    }

    @Test
    void shouldDeadLetterATypeThatDoesNotBelongHere() {
        int id = intake.registry.register("fx.rates-value", FxRates.getClassSchema());

        assertPoison(IntakeFixture.framed(id, new byte[10]), "unexpected-type");
    }

    @Test
    void shouldDeadLetterAnAmountThatIsADouble() {
        Schema money = SchemaBuilder.record("Money")
                .namespace("io.tributary.avro")
                .fields()
                .requiredDouble("minor")
                .requiredString("currency")
                .endRecord();
        Schema writer = SchemaBuilder.record("RawTransaction")
                .namespace("io.tributary.avro")
                .fields()
                .requiredString("user_id")
                .name("amount")
                .type(money)
                .noDefault()
                .requiredString("description")
                .endRecord();
        int id = intake.registry.register("somebody-elses", writer);

        // A user, then NaN as a double, then texts: well formed under its own schema.
        byte[] body = {2, 'u', 0, 0, 0, 0, 0, 0, (byte) 0xF8, 0x7F, 6, 'G', 'B', 'P', 2, 'd'};
        assertPoison(IntakeFixture.framed(id, body), "incompatible-schema");
    }

    @Test
    void shouldDeadLetterATombstone() {
        assertPoison(null, "tombstone");
    }

    @Test
    void shouldDeadLetterTheHeadOfWhatIsTooLargeToSendOn() {
        byte[] large = Arrays.copyOf(intake.bytes(good), 10_000_000);

        intake.pipe(large);
        intake.pipe(good);

        StoredDeadLetter dead = intake.deadLetters().get(0);
        assertThat(dead.cause()).isEqualTo("too-large");
        assertThat(dead.valueLength()).isEqualTo(10_000_000);
        assertThat(dead.value()).hasSize(DeadLetterRecords.MAX_VALUE);
        assertThat(dead.replayable()).isFalse();
        assertThat(intake.inputs).hasSize(1);
    }

    /** Pipes the bytes and a good record: the bytes end as a dead letter, the record after them is processed. */
    private void assertPoison(byte @Nullable [] bytes, String cause) {
        int before = intake.inputs.size();

        intake.pipe(bytes);
        intake.pipe(good);

        StoredDeadLetter dead = intake.deadLetters().get(0);
        assertThat(dead.stage()).isEqualTo("intake");
        assertThat(dead.cause()).isEqualTo(cause);
        assertThat(dead.message()).isNotBlank().doesNotContain("TESCO", here);
        assertThat(dead.value()).isEqualTo(bytes);
        assertThat(dead.recordedAt()).isEqualTo(IntakeFixture.NOW);
        assertThat(intake.inputs).hasSize(before + 1);
        assertThat(intake.rejections).isEmpty();
    }
}
