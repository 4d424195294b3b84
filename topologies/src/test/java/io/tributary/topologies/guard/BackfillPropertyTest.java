package io.tributary.topologies.guard;

import static org.assertj.core.api.Assertions.assertThat;

import io.tributary.avro.Insight;
import io.tributary.avro.InsightState;
import io.tributary.avro.RawTransaction;
import io.tributary.avro.UserCommand;
import io.tributary.schemas.TestCommands;
import io.tributary.schemas.TestTransactions;
import io.tributary.topologies.PipelineConfig;
import io.tributary.topologies.PlainClassifier;
import io.tributary.topologies.StateDump;
import io.tributary.topologies.TopologyFixture;
import io.tributary.topologies.flow.Feature;
import io.tributary.topologies.insight.InsightTopology;
import io.tributary.topologies.merchant.MerchantTopology;
import io.tributary.topologies.state.Keys;
import io.tributary.topologies.state.StoreNames;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.Tuple;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.Test;

/** A feature that is switched on over a ledger, or has another version, becomes what a replay of everything makes it. */
class BackfillPropertyTest {

    private static final Map<String, Object> IN_MEMORY = Faults.none().wrapping();
    private static final List<Feature> NONE = List.of();
    private static final List<Feature> MERCHANT = List.of(MerchantTopology.FEATURE);
    private static final List<Feature> BOTH = List.of(MerchantTopology.FEATURE, InsightTopology.FEATURE);
    private static final List<Feature> NEXT_MERCHANT = List.of(next(MerchantTopology.FEATURE), InsightTopology.FEATURE);
    private static final List<Feature> NEXT_INSIGHT = List.of(MerchantTopology.FEATURE, next(InsightTopology.FEATURE));

    @Property(tries = 60, shrinking = ShrinkingMode.BOUNDED)
    void shouldEqualAColdReplayWhateverComesMeanwhile(
            @ForAll("logs") List<SpecificRecord> log,
            @ForAll("switches") Switch change,
            @ForAll("steps") int rows,
            @ForAll Random random) {
        int cut = random.nextInt(log.size() + 1);
        PipelineConfig config = PipelineConfig.defaults(1).with(new GuardConfig(rows, 5));
        TopologyFixture pipeline = TopologyFixture.open(config.only(change.before()), PlainClassifier::new, IN_MEMORY);
        try {
            log.subList(0, cut).forEach(pipeline::append);
            if (random.nextBoolean()) {
                pipeline.runJobs();
            }
            pipeline = pipeline.restarted(config.only(change.after()), IN_MEMORY);
            for (SpecificRecord record : log.subList(cut, log.size())) {
                pipeline.append(record);
                if (random.nextInt(3) == 0) {
                    pipeline.due().forEach(pipeline::append);
                }
                if (random.nextInt(15) == 0) {
                    pipeline = pipeline.restarted(config.only(change.after()), IN_MEMORY);
                }
            }
            pipeline.tick().runJobs();

            assertThat(StateDump.figures(pipeline)).isEqualTo(replayed(log));
            assertThat(pipeline.deadLetters()).isZero();
        } finally {
            pipeline.close();
        }
    }

    @Test
    void shouldFillAFeatureOverAQuietLedgerAndTellNobody() {
        List<SpecificRecord> log = quiet();
        TopologyFixture pipeline =
                TopologyFixture.open(PipelineConfig.defaults(1).only(NONE));
        log.forEach(pipeline::append);
        pipeline = pipeline.restarted(PipelineConfig.defaults(1), Map.of());
        try {
            assertThat(pipeline.guard().degraded("a", BOTH, () -> true)).containsExactly("insight", "merchant");
            assertThat(pipeline.guard().degraded("a", BOTH, () -> false)).isEmpty();
            pipeline.tick();
            assertThat(pipeline.guard().degraded("a")).containsExactly("insight", "merchant");
            pipeline.runJobs();

            assertThat(pipeline.guard().degraded("a")).isEmpty();
            assertThat(pipeline.announced()).isEmpty();
            assertThat(StateDump.figures(pipeline)).isEqualTo(replayed(log));
        } finally {
            pipeline.close();
        }
    }

    @Test
    void shouldClearWhatAnOlderVersionLeft() {
        List<SpecificRecord> log = quiet();
        TopologyFixture pipeline = TopologyFixture.open();
        log.forEach(pipeline::append);
        pipeline.store(StoreNames.MERCHANTS)
                .put(Keys.hit(Keys.user("a"), "ghost", Instant.EPOCH, "gone"), new byte[] {1});
        pipeline = pipeline.restarted(PipelineConfig.defaults(1).only(NEXT_MERCHANT), Map.of());
        try {
            pipeline.tick().runJobs();

            assertThat(StateDump.figures(pipeline)).isEqualTo(replayed(log));
        } finally {
            pipeline.close();
        }
    }

    @Test
    void shouldTellOfWhatHappensWhileAFeatureIsFilled() {
        List<SpecificRecord> log = quiet();
        TopologyFixture pipeline =
                TopologyFixture.open(PipelineConfig.defaults(1).only(NONE));
        log.forEach(pipeline::append);
        pipeline = pipeline.restarted(PipelineConfig.defaults(1), Map.of());
        try {
            pipeline.append(TestTransactions.transaction()
                    .user("a")
                    .id("now")
                    .description("Newcomer")
                    .minor(100)
                    .at("2026-06-15T11:59:00Z")
                    .build());
            pipeline.runJobs();

            assertThat(pipeline.announced())
                    .filteredOn(insight -> insight.getState() == InsightState.OPEN)
                    .extracting(Insight::getInsightId)
                    .containsExactly("NEW_MERCHANT|newcomer");
        } finally {
            pipeline.close();
        }
    }

    @Test
    void shouldNotFillAFeatureOfAnEmptyLedger() {
        try (TopologyFixture pipeline = TopologyFixture.open()) {
            pipeline.append(quiet().get(0));

            assertThat(pipeline.due()).isEmpty();
            assertThat(pipeline.guard().degraded("a")).isEmpty();
        }
    }

    private static List<SpecificRecord> quiet() {
        List<SpecificRecord> log = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            log.add(TestTransactions.transaction()
                    .user(i % 2 == 0 ? "a" : "b")
                    .id("t" + i)
                    .description(i % 7 == 0 ? "Fee" : "Cafe")
                    .minor(i == 55 ? 99_000 : 500)
                    .at(Instant.parse("2026-06-10T00:00:00Z").plusSeconds(i * 600L))
                    .build());
        }
        return log;
    }

    private static Map<String, String> replayed(List<SpecificRecord> log) {
        try (TopologyFixture replay =
                TopologyFixture.open(PipelineConfig.defaults(1), PlainClassifier::new, IN_MEMORY)) {
            log.forEach(replay::append);
            replay.runJobs();
            return StateDump.figures(replay);
        }
    }

    static Feature next(Feature feature) {
        return new Feature(
                feature.name(),
                feature.version() + 1,
                feature.node(),
                feature.store(),
                feature.needs(),
                feature.rows());
    }

    private record Switch(List<Feature> before, List<Feature> after) {}

    @Provide
    Arbitrary<Switch> switches() {
        return Arbitraries.of(
                new Switch(NONE, BOTH),
                new Switch(MERCHANT, BOTH),
                new Switch(BOTH, NEXT_MERCHANT),
                new Switch(BOTH, NEXT_INSIGHT));
    }

    @Provide
    Arbitrary<Integer> steps() {
        return Arbitraries.of(1, 2, 3, 7, 250);
    }

    @Provide
    Arbitrary<List<SpecificRecord>> logs() {
        Arbitrary<SpecificRecord> records = Arbitraries.frequencyOf(
                Tuple.of(9, facts().map(fact -> fact)), Tuple.of(1, commands().map(it -> it)));
        return records.list().ofMinSize(5).ofMaxSize(40);
    }

    private static Arbitrary<RawTransaction> facts() {
        Arbitrary<String> users = Arbitraries.of("a", "b", "c");
        Arbitrary<String> ids = Arbitraries.of("t1", "t2", "t3", "t4", "t5", "t6", "t7", "t8");
        Arbitrary<String> texts = Arbitraries.of("Tesco 1", "Cafe A", "Rent", "Fee", "Salary");
        Arbitrary<Integer> amounts = Arbitraries.of(100, 450, 999, 12_345, 900_000);
        Arbitrary<Integer> days = Arbitraries.integers().between(-20, 0);
        Arbitrary<Integer> versions = Arbitraries.integers().between(1, 6);
        Arbitrary<Boolean> rarely = Arbitraries.of(false, false, false, true);
        return Combinators.combine(users, ids, texts, amounts, days, versions, rarely)
                .as((user, id, text, minor, day, version, voided) -> {
                    TestTransactions fact = TestTransactions.transaction()
                            .user(user)
                            .id(id)
                            .description(text)
                            .minor(minor)
                            .sourceVersion(version);
                    fact = day % 3 == 0
                            ? fact.on(LocalDate.of(2026, 6, 15).plusDays(day))
                            : fact.at(TestTransactions.NOON.plusSeconds(day * 300L));
                    return (voided ? fact.voided() : fact).build();
                });
    }

    private static Arbitrary<UserCommand> commands() {
        return Combinators.combine(
                        Arbitraries.of("a", "b", "c"),
                        Arbitraries.of("t1", "t2", "t3"),
                        Arbitraries.integers().between(0, 4),
                        Arbitraries.integers().between(0, 1_000_000))
                .as((user, id, kind, number) -> {
                    TestCommands command =
                            TestCommands.command().user(user).id("c" + number).on(id);
                    return switch (kind) {
                        case 0 -> command.amendAmount(777, "GBP");
                        case 1 -> command.voiding();
                        case 2 -> command.categoriseMerchant("BANK_FEES_ATM_FEES");
                        case 3 -> command.putRule("r1", "cafe", "BANK_FEES_ATM_FEES");
                        default -> command.putProfile("Pacific/Auckland", null);
                    };
                });
    }
}
