package io.tributary.topologies.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.tributary.avro.Bucket;
import io.tributary.avro.ChangeKind;
import io.tributary.avro.ClassifiedTransaction;
import io.tributary.avro.Continue;
import io.tributary.avro.DecidedBy;
import io.tributary.avro.Job;
import io.tributary.avro.MonthlyAggregate;
import io.tributary.avro.Rejection;
import io.tributary.avro.UserState;
import io.tributary.avro.state.Outcome;
import io.tributary.avro.state.Verdict;
import io.tributary.schemas.TestCommands;
import io.tributary.schemas.TestTransactions;
import io.tributary.topologies.TopologyFixture;
import io.tributary.topologies.settings.SettingsDecider;
import io.tributary.topologies.totals.MonthTotals;
import io.tributary.topologies.totals.Sums;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LedgerTopologyTest {

    private static final String USER = "u1";
    private static final YearMonth JUNE = YearMonth.of(2026, 6);

    private final TopologyFixture pipeline = TopologyFixture.open();

    @AfterEach
    void close() {
        pipeline.close();
    }

    @Test
    void shouldCountATransactionOnceHoweverOftenItComes() {
        pipeline.append(coffee().build(), coffee().build(), coffee().build());

        assertThat(outflow()).isEqualTo(450);
        assertThat(pipeline.parsed()).hasSize(1);
    }

    @Test
    void shouldKeepTwinsWithDifferentIds() {
        pipeline.append(coffee().id("a").build(), coffee().id("b").build());

        assertThat(outflow()).isEqualTo(900);
    }

    @Test
    void shouldAmendWhenTheSameIdComesWithOtherContent() {
        pipeline.append(coffee().build(), coffee().minor(500).build());

        assertThat(entry("t1").getVersion()).isEqualTo(2);
        assertThat(entry("t1").getHistory()).singleElement().satisfies(first -> {
            assertThat(first.getVersion()).isEqualTo(1);
            assertThat(first.getAmount().getMinor()).isEqualTo(450);
        });
        assertThat(outflow()).isEqualTo(500);
    }

    @Test
    void shouldNotFallBackToAnOldFactThatAProducerRetries() {
        pipeline.append(
                coffee().build(),
                coffee().minor(500).build(),
                coffee().minor(600).build());
        pipeline.append(coffee().build(), coffee().minor(500).build());

        assertThat(outflow()).isEqualTo(600);
        assertThat(entry("t1").getVersion()).isEqualTo(3);
    }

    @Test
    void shouldSettleAPendingTransactionInPlace() {
        pipeline.append(
                coffee().pending().sourceVersion(1).build(),
                coffee().minor(520).sourceVersion(2).build());
        pipeline.append(coffee().pending().sourceVersion(1).build());

        assertThat(outflow()).isEqualTo(520);
    }

    @Test
    void shouldTakeAVoidedTransactionOutOfEveryFigureAndTellSo() {
        pipeline.append(
                coffee().sourceVersion(1).build(),
                coffee().sourceVersion(2).voided().build());

        assertThat(pipeline.totals().months(USER, JUNE, JUNE)).isEmpty();
        assertThat(entry("t1").getChangeKind()).isEqualTo(ChangeKind.VOIDED);
        List<MonthlyAggregate> cells = pipeline.aggregates();
        assertThat(cells.get(cells.size() - 1).getOutflowMinor()).isZero();
    }

    @Test
    void shouldRefuseAnIdempotencyKeyWithOtherContentAndChangeNothing() {
        pipeline.append(
                coffee().id(null).idempotencyKey("k").build(),
                coffee().id(null).idempotencyKey("k").build(),
                coffee().id(null).idempotencyKey("k").minor(999).build());

        assertThat(outflow()).isEqualTo(450);
        assertThat(pipeline.rejected())
                .singleElement()
                .extracting(Rejection::getViolations)
                .satisfies(violations ->
                        assertThat(violations.get(0).getRule()).isEqualTo("idempotency_key.same-content"));
    }

    @Test
    void shouldAmendByIdThoughEveryRequestCarriesAnotherKey() {
        pipeline.append(
                coffee().idempotencyKey("k1").id("t1").sourceVersion(1).build(),
                coffee().idempotencyKey("k2")
                        .id("t1")
                        .sourceVersion(2)
                        .minor(500)
                        .build());

        assertThat(outflow()).isEqualTo(500);
        assertThat(pipeline.rejected()).isEmpty();
    }

    @Test
    void shouldCountANewCategoryAsANewVersionThoughTheContentIsTheSame() {
        pipeline.append(
                coffee().sourceVersion(1).build(),
                command("c1").putRule("r1", "cafe", "TRANSPORTATION_GAS"),
                coffee().sourceVersion(2).build());

        assertThat(entry("t1").getCategoryDetail()).isEqualTo("TRANSPORTATION_GAS");
        assertThat(entry("t1").getVersion()).isEqualTo(2);
        assertThat(entry("t1").getChangeKind()).isEqualTo(ChangeKind.RESTATED);
    }

    @Test
    void shouldLetARuleOfAFullSetBeEdited() {
        for (int i = 0; i < SettingsDecider.MOST_RULES; i++) {
            pipeline.append(command("c" + i).putRule("r" + i, "word" + i, "TRAVEL_FLIGHTS"));
        }
        pipeline.append(
                command("edit").putRule("r7", "cafe", "TRANSPORTATION_GAS"),
                command("more").putRule("one-more", "cafe", "TRANSPORTATION_GAS"));

        assertThat(verdict("edit").getOutcome()).isEqualTo(Outcome.DONE);
        assertThat(verdict("more").getOutcome()).isEqualTo(Outcome.REFUSED);
    }

    @Test
    void shouldTellThatAJobIsSupersededOrForgotten() {
        pipeline.append(
                coffee().build(),
                command("c1").putRule("r1", "cafe", "TRANSPORTATION_GAS"),
                command("c2").putRule("r1", "cafe", "TRAVEL_FLIGHTS"));
        assertThat(pipeline.userStates())
                .filteredOn(UserState::getDeleted)
                .extracting(state -> ((Job) state.getBody()).getJobId())
                .containsExactly("c1");

        pipeline.runJobs().at(TopologyFixture.START.plus(Duration.ofDays(8))).tick();

        assertThat(pipeline.userStates())
                .filteredOn(UserState::getDeleted)
                .extracting(state -> ((Job) state.getBody()).getJobId())
                .containsExactly("c2");
    }

    @Test
    void shouldKeepWhatTheUserChangedWhateverTheProducerSaysLater() {
        pipeline.append(
                coffee().sourceVersion(1).build(),
                command("c1").on("t1").amendAmount(300, "GBP"),
                coffee().sourceVersion(2).minor(470).description("Tesco 9").build());

        assertThat(entry("t1").getAmount().getMinor()).isEqualTo(300);
        assertThat(entry("t1").getFact().getAmount().getMinor()).isEqualTo(470);
        assertThat(entry("t1").getDescription()).isEqualTo("Tesco 9");
        assertThat(outflow()).isEqualTo(300);
    }

    @Test
    void shouldRefuseACommandOnAVersionThatIsNoLongerCurrent() {
        pipeline.append(coffee().build(), coffee().minor(500).build());

        pipeline.append(command("c1").on("t1").expecting(1).voiding());

        assertThat(verdict("c1").getOutcome()).isEqualTo(Outcome.STALE_VERSION);
        assertThat(verdict("c1").getVersion()).isEqualTo(2);
        assertThat(outflow()).isEqualTo(500);
    }

    @Test
    void shouldSayNotFoundForATransactionTheLogHasNotShown() {
        pipeline.append(command("c1").on("nowhere").voiding());

        assertThat(verdict("c1").getOutcome()).isEqualTo(Outcome.NOT_FOUND);
    }

    @Test
    void shouldDecideACommandOnce() {
        pipeline.append(
                coffee().build(),
                command("c1").on("t1").voiding(),
                command("c2").on("t1").restoring());

        pipeline.append(command("c1").on("t1").voiding());

        assertThat(outflow()).isEqualTo(450);
    }

    @Test
    void shouldCorrectOneTransactionWithoutTeachingAnything() {
        pipeline.append(
                coffee().id("a").build(),
                coffee().id("b").build(),
                command("c1").on("a").categorise("TRAVEL_FLIGHTS"));

        assertThat(entry("a").getCategoryDetail()).isEqualTo("TRAVEL_FLIGHTS");
        assertThat(entry("a").getDecidedBy()).isEqualTo(DecidedBy.USER);
        assertThat(entry("b").getCategoryDetail()).isEqualTo("FOOD_AND_DRINK_COFFEE");
        assertThat(pipeline.jobs().running()).isEmpty();
    }

    @Test
    void shouldRestateAMerchantsHistoryInStepsWhileNewFactsArrive() {
        for (int i = 0; i < 600; i++) {
            pipeline.append(coffee().id("old" + i).build());
        }
        pipeline.append(command("c1").on("old7").categoriseMerchant("ENTERTAINMENT_VIDEO_GAMES"));
        assertThat(pipeline.jobs().running(USER)).singleElement().satisfies(job -> assertThat(job.getTotal())
                .isEqualTo(600));
        assertThat(entry("old7").getDecidedBy()).isEqualTo(DecidedBy.USER_MERCHANT);

        pipeline.append(new Continue(USER, "c1", 0L), new Continue(USER, "c1", 0L));
        pipeline.append(
                coffee().id("behind").build(), coffee().id("so-far-ahead").build());
        Job halfway = pipeline.jobs().running(USER).get(0);
        assertThat(halfway.getDone()).isBetween(1L, 599L);
        pipeline.runJobs();

        assertThat(sums(JUNE, "FOOD_AND_DRINK")).isEqualTo(Sums.ZERO);
        assertThat(sums(JUNE, "ENTERTAINMENT")).isEqualTo(new Sums(0, 0, 602, 602 * 450));
        Job ended = pipeline.jobs().find(USER, "c1").orElseThrow();
        assertThat(ended.getDone()).isEqualTo(601);
        assertThat(ended.getChanged()).isEqualTo(599);
        assertThat(ended.getEndedAt()).isNotNull();
    }

    @Test
    void shouldIgnoreAContinueThatDoesNotNameTheCurrentStep() {
        pipeline.append(coffee().build(), command("c1").on("t1").categoriseMerchant("TRAVEL_FLIGHTS"));
        pipeline.append(new Continue(USER, "c1", 5L), new Continue(USER, "unknown", 0L));

        assertThat(pipeline.jobs().running(USER)).singleElement().satisfies(job -> assertThat(job.getStep())
                .isZero());
    }

    @Test
    void shouldForgetAnEndedJobAfterItsTime() {
        pipeline.append(coffee().build(), command("c1").on("t1").categoriseMerchant("TRAVEL_FLIGHTS"))
                .runJobs()
                .tick();
        assertThat(pipeline.jobs().find(USER, "c1")).isPresent();

        pipeline.at(TopologyFixture.START.plus(Duration.ofDays(8))).tick();

        assertThat(pipeline.jobs().find(USER, "c1")).isEmpty();
    }

    @Test
    void shouldMoveLocalDaysWhenTheUserMovesToAnotherZone() {
        pipeline.at(Instant.parse("2026-07-02T00:00:00Z"));
        pipeline.append(coffee().at("2026-06-30T23:30:00Z").build());
        assertThat(entry("t1").getLocalDay()).isEqualTo(LocalDate.of(2026, 6, 30));

        pipeline.append(command("c1").putProfile("Europe/Paris", null)).runJobs();

        assertThat(entry("t1").getLocalDay()).isEqualTo(LocalDate.of(2026, 7, 1));
        assertThat(pipeline.totals().months(USER, JUNE, JUNE)).isEmpty();
        assertThat(pipeline.totals().months(USER, JUNE.plusMonths(1), JUNE.plusMonths(1)))
                .hasSize(1);
    }

    @Test
    void shouldApplyAndTakeBackARuleThroughHistory() {
        pipeline.append(coffee().build(), command("c1").putRule("r1", "cafe", "TRANSPORTATION_GAS"))
                .runJobs();
        assertThat(entry("t1").getRuleId()).isEqualTo("r1");

        pipeline.append(command("c2").deleteRule("r1")).runJobs();

        assertThat(entry("t1").getCategoryDetail()).isEqualTo("FOOD_AND_DRINK_COFFEE");
        assertThat(entry("t1").getRuleId()).isNull();
    }

    @Test
    void shouldCountACategoryAsTheUserSays() {
        pipeline.append(coffee().build(), command("c1").putBucket("FOOD_AND_DRINK_COFFEE", Bucket.NEED))
                .runJobs();
        assertThat(entry("t1").getBucket()).isEqualTo(Bucket.NEED);

        pipeline.append(command("c2").putBucket("FOOD_AND_DRINK_COFFEE", null)).runJobs();

        assertThat(entry("t1").getBucket()).isEqualTo(Bucket.WANT);
    }

    @Test
    void shouldPageNewestFirstThroughEverythingOnce() {
        for (int i = 0; i < 25; i++) {
            pipeline.append(coffee().id("t" + i)
                    .at(TestTransactions.NOON.minusSeconds(i))
                    .build());
        }
        TransactionPage first = pipeline.ledger().newestFirst(USER, TransactionFilter.ALL, null, 10);
        TransactionPage second = pipeline.ledger().newestFirst(USER, TransactionFilter.ALL, first.next(), 10);
        TransactionPage third = pipeline.ledger().newestFirst(USER, TransactionFilter.ALL, second.next(), 10);

        assertThat(first.transactions().get(0).getTransactionId()).isEqualTo("t0");
        assertThat(second.transactions().get(0).getTransactionId()).isEqualTo("t10");
        assertThat(third.transactions()).hasSize(5);
        assertThat(third.next()).isNull();
    }

    @Test
    void shouldSumAStretchOfTimeExactly() {
        pipeline.append(
                coffee().id("in").at("2026-06-15T10:00:00Z").build(),
                coffee().id("edge").at("2026-06-14T12:00:00Z").build(),
                coffee().id("out").at("2026-06-14T11:59:59.999Z").build());

        RollingSums day = pipeline.ledger().rolling(USER, TestTransactions.NOON, Duration.ofHours(24));

        assertThat(day.byCurrency()).containsOnly(Map.entry("GBP", new Sums(0, 0, 2, 900)));
        assertThat(day.complete()).isTrue();
    }

    private static TestTransactions coffee() {
        return TestTransactions.transaction()
                .user(USER)
                .id("t1")
                .description("Cafe A")
                .minor(450)
                .currency("GBP")
                .at(TestTransactions.NOON);
    }

    private static TestCommands command(String id) {
        return TestCommands.command().user(USER).id(id);
    }

    private ClassifiedTransaction entry(String id) {
        return pipeline.ledger().find(USER, id).orElseThrow();
    }

    private Verdict verdict(String commandId) {
        return pipeline.jobs().verdict(USER, commandId).orElseThrow();
    }

    private long outflow() {
        return pipeline.totals().months(USER, JUNE, JUNE).stream()
                .flatMap(month -> month.cells().stream())
                .mapToLong(cell -> cell.sums().outflowMinor())
                .sum();
    }

    private Sums sums(YearMonth month, String primary) {
        return pipeline.totals().months(USER, month, month).stream()
                .flatMap(totals -> totals.cells().stream())
                .filter(cell -> cell.category().primary().equals(primary))
                .map(MonthTotals.Cell::sums)
                .reduce(Sums.ZERO, Sums::plus);
    }
}
