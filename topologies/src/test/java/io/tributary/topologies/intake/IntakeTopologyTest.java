package io.tributary.topologies.intake;

import static io.tributary.schemas.TestCommands.command;
import static io.tributary.schemas.TestTransactions.transaction;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.tributary.avro.Continue;
import io.tributary.avro.RawTransaction;
import io.tributary.avro.Rejection;
import io.tributary.avro.Tick;
import io.tributary.avro.Violation;
import io.tributary.schemas.serde.RegistryUnavailableException;
import io.tributary.topologies.flow.Input;
import java.util.List;
import java.util.OptionalLong;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class IntakeTopologyTest {

    private final IntakeFixture intake = new IntakeFixture();
    private final String here = IntakeFixture.userOn(0);
    private final RawTransaction good = transaction().user(here).build();

    @AfterEach
    void close() {
        intake.close();
    }

    @Test
    void shouldHandOnAFactWithItsOriginAndId() {
        byte[] bytes = intake.bytes(good);

        intake.pipe(bytes);

        Input.FactInput fact = (Input.FactInput) intake.inputs.get(0);
        assertThat(fact.transaction()).isEqualTo(good);
        assertThat(fact.transactionId()).isEqualTo("t1");
        assertThat(fact.automatic()).isNull();
        assertThat(fact.origin().topic()).isEqualTo("expenses.raw");
        assertThat(fact.origin().partition()).isZero();
        assertThat(fact.origin().offset()).isZero();
        assertThat(fact.origin().recordedAt()).isEqualTo(IntakeFixture.NOW);
        assertThat(fact.origin().key()).isNull();
        assertThat(fact.origin().value()).isEqualTo(bytes);
    }

    @Test
    void shouldDeriveTheIdFromTheIdempotencyKey() {
        intake.pipe(transaction().user(here).idempotencyKey("order-1").build());

        assertThat(((Input.FactInput) intake.inputs.get(0)).transactionId())
                .isEqualTo(new TransactionIds().derive(here, "order-1"));
    }

    @Test
    void shouldHandOnCommandsTicksAndContinues() {
        intake.pipe(command().user(here).voiding());
        intake.pipe(new Tick("instance-1"));
        intake.pipe(new Continue(IntakeFixture.userOn(1), "job-1", 4L));

        assertThat(intake.inputs)
                .extracting(Object::getClass)
                .isEqualTo(List.of(Input.CommandInput.class, Input.TickInput.class, Input.ContinueInput.class));
        assertThat(intake.resent()).isEmpty();
    }

    @Test
    void shouldRejectWhatBreaksARule() {
        intake.pipe(transaction().user(here).minor(-1).build());
        intake.pipe(transaction().user(here).at("9999-12-31T00:00:00Z").build());
        intake.pipe(command().user(here).on("t7").expecting(-1).voiding());
        intake.pipe(good);

        assertThat(intake.rejections)
                .extracting(rejection -> rejection.getViolations().get(0).getRule())
                .containsExactly("amount.positive", "occurred_at.max", "expected_version.min");
        assertThat(intake.rejections).extracting(Rejection::getTransactionId).containsExactly("t1", "t1", "t7");
        assertThat(intake.rejections).extracting(Rejection::getUserId).containsOnly(here);
        assertThat(intake.rejections)
                .extracting(rejection -> rejection.getOrigin().getOffset())
                .containsExactly(0L, 1L, 2L);
        assertThat(intake.rejections).extracting(Rejection::getRecordedAt).containsOnly(IntakeFixture.NOW);
        assertThat(intake.inputs).hasSize(1);
        assertThat(intake.deadLetters()).isEmpty();
    }

    @Test
    void shouldRejectAUserThatCannotExistWhereverItIsFound() {
        intake.pipe(transaction().user("me").build());
        intake.pipe(transaction().user("a b").idempotencyKey("k").build());

        assertThat(intake.rejections)
                .flatExtracting(Rejection::getViolations)
                .extracting(Violation::getRule)
                .containsExactly("user_id.reserved", "user_id.format");
        assertThat(intake.rejections).extracting(Rejection::getUserId).containsOnly("");
        assertThat(intake.rejections).extracting(Rejection::getTransactionId).containsExactly("t1", null);
        assertThat(intake.resent()).isEmpty();
    }

    @Test
    void shouldResendWhatAnotherPartitionOwnsAndLeaveItAlone() {
        String elsewhere = IntakeFixture.userOn(3);
        byte[] fact = intake.bytes(transaction().user(elsewhere).build());
        byte[] command = intake.bytes(command().user(elsewhere).voiding());
        RecordHeaders headers = new RecordHeaders();
        headers.add("trace", new byte[100]);

        intake.pipe(new TestRecord<>(new byte[] {9}, fact, headers, IntakeFixture.NOW));
        intake.pipe(command);
        intake.pipe(good);

        assertThat(intake.resent())
                .extracting(TestRecord::key, TestRecord::value)
                .containsExactly(tuple(elsewhere, fact), tuple(elsewhere, command));
        assertThat(intake.rejections).isEmpty();
        assertThat(intake.inputs).hasSize(1);
    }

    @Test
    void shouldDropHeadersThatNobodyReads() {
        RecordHeaders headers = new RecordHeaders();
        headers.add("trace", new byte[100]);

        intake.pipe(new TestRecord<>(
                null, intake.bytes(transaction().user(IntakeFixture.userOn(3)).build()), headers, IntakeFixture.NOW));

        assertThat(intake.resent().get(0).headers()).isEmpty();
    }

    @Test
    void shouldNotBlameARecordForARegistryThatIsAway() {
        byte[] unseen = IntakeFixture.framed(77, new byte[3]);
        intake.pipe(good);
        intake.registry.away(true);

        intake.pipe(good);
        assertThat(intake.inputs).hasSize(2);

        assertThatThrownBy(() -> intake.pipe(unseen)).hasRootCauseInstanceOf(RegistryUnavailableException.class);
        assertThat(intake.deadLetters()).isEmpty();
        assertThat(intake.positions.position(0)).isEqualTo(OptionalLong.of(1));
    }

    @Test
    void shouldMoveProgressOnForEveryRecordWhateverBecomesOfIt() {
        assertThat(intake.positions.position(0)).isEmpty();

        intake.pipe(good);
        intake.pipe((byte[]) null);
        intake.pipe(transaction().user(here).minor(0).build());
        intake.pipe(transaction().user(IntakeFixture.userOn(2)).build());

        assertThat(intake.positions.position(0)).isEqualTo(OptionalLong.of(3));
    }

    @Test
    void shouldNameEveryNode() {
        assertThat(intake.description())
                .doesNotContain("KSTREAM")
                .contains("--> intake-decide, progress")
                .contains(
                        "Processor: intake-decide (stores: [])",
                        "Processor: intake-inputs (stores: [])",
                        "Processor: intake-rejected (stores: [])",
                        "Processor: intake-dead-letters (stores: [])",
                        "Processor: intake-misplaced (stores: [])");
    }
}
