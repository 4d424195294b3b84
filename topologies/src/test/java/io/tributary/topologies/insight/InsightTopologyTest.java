package io.tributary.topologies.insight;

import static io.tributary.topologies.TestEntries.NOON;
import static io.tributary.topologies.TestEntries.entry;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.tributary.avro.CategoryRestated;
import io.tributary.avro.Insight;
import io.tributary.avro.InsightState;
import io.tributary.avro.Job;
import io.tributary.avro.JobKind;
import io.tributary.avro.NewMerchant;
import io.tributary.topologies.ByReference;
import io.tributary.topologies.FeatureFixture;
import io.tributary.topologies.GoldenFile;
import io.tributary.topologies.TestChanges;
import io.tributary.topologies.TestEntries;
import io.tributary.topologies.flow.JobEnded;
import io.tributary.topologies.flow.LedgerChange;
import io.tributary.topologies.flow.MerchantSlice;
import io.tributary.topologies.flow.Origin;
import io.tributary.topologies.insight.InsightView.Query;
import io.tributary.topologies.merchant.MerchantConfig;
import io.tributary.topologies.merchant.MerchantTopology;
import io.tributary.topologies.state.StoreNames;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.KStream;
import org.apache.kafka.streams.kstream.Produced;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InsightTopologyTest {

    private static final String SHOP = "tesco";

    private final ByReference<LedgerChange> changes = new ByReference<>();
    private final ByReference<MerchantSlice> slices = new ByReference<>();
    private final ByReference<JobEnded> jobs = new ByReference<>();
    private final ByReference<Insight> insights = new ByReference<>();
    private final TestChanges ledger = new TestChanges();

    @TempDir
    private Path folder;

    private TopologyTestDriver driver;
    private TestInputTopic<String, LedgerChange> input;
    private TestInputTopic<String, JobEnded> ended;
    private TestOutputTopic<String, Insight> output;

    @BeforeEach
    void open() {
        driver = FeatureFixture.drive(FeatureFixture.topology(this::fromChanges), folder);
        input = driver.createInputTopic("changes", Serdes.String().serializer(), changes.serializer());
        ended = driver.createInputTopic("jobs", Serdes.String().serializer(), jobs.serializer());
        output = driver.createOutputTopic("insights", Serdes.String().deserializer(), insights.deserializer());
    }

    @AfterEach
    void close() {
        driver.close();
    }

    private void fromChanges(StreamsBuilder builder) {
        KStream<String, LedgerChange> all = builder.stream("changes", Consumed.with(Serdes.String(), changes));
        detect(new MerchantTopology(MerchantConfig.DEFAULTS).apply(all), all, builder);
    }

    private void alone(StreamsBuilder builder) {
        detect(
                builder.stream("slices", Consumed.with(Serdes.String(), slices).withName("slices-source")),
                builder.stream(
                        "changes", Consumed.with(Serdes.String(), changes).withName("changes-source")),
                builder);
    }

    private void detect(
            KStream<String, MerchantSlice> merchants, KStream<String, LedgerChange> entries, StreamsBuilder builder) {
        KStream<String, JobEnded> done =
                builder.stream("jobs", Consumed.with(Serdes.String(), jobs).withName("jobs-source"));
        new InsightTopology(InsightConfig.DEFAULTS)
                .apply(merchants, entries, done)
                .to("insights", Produced.with(Serdes.String(), insights).withName("insights-sink"));
    }

    private List<Insight> pipe(LedgerChange change) {
        input.pipeInput(change.user(), change);
        return output.readValuesToList();
    }

    private List<Insight> stored(@Nullable InsightKind kind) {
        InsightView view = new InsightView(driver.getKeyValueStore(StoreNames.INSIGHTS));
        return view.find("u1", new Query(null, kind, 10_000, null)).findings();
    }

    private void pipeUsual(int count) {
        for (int i = 0; i < count; i++) {
            pipe(ledger.put(usual(i)));
        }
    }

    private static TestEntries usual(int i) {
        return entry("t" + i).minor(1000 + i % 7 * 50).at(NOON.plus(Duration.ofDays(i)));
    }

    private static TestEntries unusual(int i) {
        return entry("big").minor(90_000).at(NOON.plus(Duration.ofDays(i)));
    }

    @Test
    void shouldKeepItsTopology() {
        new GoldenFile("insight-topology.txt")
                .check(FeatureFixture.topology(this::alone).describe().toString());
    }

    @Test
    void shouldTellOfANewMerchantOnce() {
        List<Insight> first = pipe(ledger.put(entry("t1")));
        List<Insight> second = pipe(ledger.put(entry("t2").at(NOON.plusSeconds(86_400))));

        assertThat(first).singleElement().satisfies(told -> {
            assertThat(told.getInsightId()).isEqualTo("NEW_MERCHANT|tesco");
            assertThat(told.getRevision()).isEqualTo(1);
            assertThat(told.getEvidence()).containsExactly("t1");
            assertThat(((NewMerchant) told.getDetails()).getMerchantName()).isEqualTo("TESCO");
        });
        assertThat(second).isEmpty();
    }

    @Test
    void shouldReviseTheFirstTransactionWhenAnEarlierOneArrives() {
        pipe(ledger.put(entry("t1")));

        List<Insight> revised = pipe(ledger.put(entry("t0").at(NOON.minusSeconds(86_400))));

        assertThat(revised).singleElement().satisfies(told -> {
            assertThat(told.getRevision()).isEqualTo(2);
            assertThat(told.getEvidence()).containsExactly("t0");
        });
    }

    @Test
    void shouldTakeBackWhatAVoidTakesTheGroundFrom() {
        pipeUsual(10);
        List<Insight> told = pipe(ledger.put(unusual(10)));

        List<Insight> back = pipe(ledger.put(unusual(10).voided()));
        List<Insight> again = pipe(ledger.put(unusual(10)));

        assertThat(told).extracting(Insight::getInsightId).containsExactly("LARGE_TRANSACTION|big");
        assertThat(back).extracting(Insight::getState).containsExactly(InsightState.WITHDRAWN);
        assertThat(again).extracting(Insight::getState).containsExactly(InsightState.OPEN);
        assertThat(again).extracting(Insight::getRevision).containsExactly(3L);
    }

    @Test
    void shouldWithdrawAFeeThatIsNone() {
        pipe(ledger.put(entry("f").merchant("").category("BANK_FEES_ATM_FEES")));

        List<Insight> back = pipe(ledger.put(entry("f").merchant("")));

        assertThat(back).singleElement().satisfies(told -> {
            assertThat(told.getInsightId()).isEqualTo("FEE_CHARGED|f");
            assertThat(told.getState()).isEqualTo(InsightState.WITHDRAWN);
        });
    }

    @Test
    void shouldKeepButNotTellWhatIsOldOrRestated() {
        Instant weekLater = NOON.plus(Duration.ofDays(7));
        assertThat(pipe(ledger.put(entry("recent").merchant("a"), weekLater))).hasSize(1);
        assertThat(pipe(ledger.put(entry("old").merchant("b"), weekLater.plusMillis(1))))
                .isEmpty();
        assertThat(pipe(ledger.restate(entry("job").merchant("c")))).isEmpty();
        assertThat(pipe(ledger.put(entry("old").merchant("b").voided(), weekLater)))
                .isEmpty();

        assertThat(stored(null))
                .extracting(Insight::getInsightId, Insight::getAnnounced, Insight::getState)
                .containsExactlyInAnyOrder(
                        tuple("NEW_MERCHANT|a", true, InsightState.OPEN),
                        tuple("NEW_MERCHANT|b", false, InsightState.WITHDRAWN),
                        tuple("NEW_MERCHANT|c", false, InsightState.OPEN));
    }

    @Test
    void shouldTellOfAJobThatChangedSomething() {
        ended.pipeInput("u1", ended(3));
        ended.pipeInput("u1", ended(0));

        assertThat(output.readValuesToList()).singleElement().satisfies(told -> {
            assertThat(told.getInsightId()).isEqualTo("CATEGORY_RESTATED|job-3");
            assertThat(told.getDetails()).isEqualTo(new CategoryRestated(SHOP, 3L, 20L));
        });
    }

    private static JobEnded ended(long changed) {
        Job job = new Job(
                "job-" + changed, "u1", JobKind.RESTATE_MERCHANT, SHOP, 1L, null, 20L, 20L, changed, NOON, NOON);
        return new JobEnded(new Origin("expenses.raw", 0, 7, NOON, null, null), job);
    }

    @Test
    void shouldKeepAFindingWhileNewerTransactionsComeAndWithdrawItWhenItsOwnGoes() {
        pipeUsual(10);
        pipe(ledger.put(unusual(10)));
        List<Insight> later = new ArrayList<>();
        for (int i = 11; i < 100; i++) {
            later.addAll(pipe(ledger.put(usual(i))));
        }

        assertThat(later).isEmpty();
        assertThat(stored(InsightKind.LARGE_TRANSACTION))
                .extracting(Insight::getState)
                .containsExactly(InsightState.OPEN);
        assertThat(pipe(ledger.put(unusual(10).voided())))
                .extracting(Insight::getInsightId, Insight::getState)
                .containsExactly(tuple("LARGE_TRANSACTION|big", InsightState.WITHDRAWN));
    }

    @Test
    void shouldKnowTheFirstTransactionHoweverLateItArrives() {
        for (int i = 99; i >= 0; i--) {
            pipe(ledger.put(usual(i)));
        }

        assertThat(stored(InsightKind.NEW_MERCHANT)).singleElement().satisfies(told -> assertThat(told.getEvidence())
                .containsExactly("t0"));
    }

    @Test
    void shouldKeepTheNewestThousandOfAUser() {
        for (int i = 0; i < 1_250; i++) {
            pipe(ledger.put(entry("t" + i).merchant("m" + i).at(NOON.plusSeconds(i))));
        }

        List<Insight> kept = stored(null);
        assertThat(kept).hasSize(InsightConfig.KEPT);
        assertThat(kept.get(0).getInsightId()).isEqualTo("NEW_MERCHANT|m1249");
        assertThat(kept.get(999).getInsightId()).isEqualTo("NEW_MERCHANT|m250");
    }

    @Test
    void shouldPageNewestFirst() {
        for (int i = 0; i < 5; i++) {
            pipe(ledger.put(entry("t" + i).merchant("m" + i)));
        }
        InsightView view = new InsightView(driver.getKeyValueStore(StoreNames.INSIGHTS));

        InsightPage one = view.find("u1", new Query(NOON, InsightKind.NEW_MERCHANT, 3, null));
        InsightPage two = view.find("u1", new Query(NOON, InsightKind.NEW_MERCHANT, 3, one.cursor()));

        assertThat(one.findings())
                .extracting(Insight::getInsightId)
                .containsExactly("NEW_MERCHANT|m4", "NEW_MERCHANT|m3", "NEW_MERCHANT|m2");
        assertThat(two.findings())
                .extracting(Insight::getInsightId)
                .containsExactly("NEW_MERCHANT|m1", "NEW_MERCHANT|m0");
        assertThat(two.cursor()).isNull();
        assertThat(view.find("u1", new Query(NOON.plusSeconds(1), null, 3, null))
                        .findings())
                .isEmpty();
        assertThat(view.find("u1", new Query(null, InsightKind.FEE_CHARGED, 3, null))
                        .findings())
                .isEmpty();
    }
}
