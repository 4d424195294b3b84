package io.tributary.topologies.guard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tributary.avro.Continue;
import io.tributary.avro.Insight;
import io.tributary.avro.RawTransaction;
import io.tributary.schemas.TestTransactions;
import io.tributary.topologies.PipelineConfig;
import io.tributary.topologies.PlainClassifier;
import io.tributary.topologies.StateDump;
import io.tributary.topologies.TopologyFixture;
import io.tributary.topologies.flow.LedgerChange;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.streams.errors.ProcessorStateException;
import org.apache.kafka.streams.errors.StreamsException;
import org.apache.kafka.streams.test.TestRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What a throw out of a feature costs: that feature and that user a rebuild, and nothing else. */
class GuardTopologyTest {

    private static final String MERCHANT = "merchant-update";
    private static final String INSIGHT = "insight-detect";
    private static final PipelineConfig SMALL_STEPS = PipelineConfig.defaults(1).with(new GuardConfig(7, 5));

    private final Script script = new Script();
    private TopologyFixture pipeline = TopologyFixture.open(SMALL_STEPS, PlainClassifier::new, script.wrapping());

    @AfterEach
    void close() {
        pipeline.close();
    }

    @Test
    void shouldRebuildAFeatureThatThrewOnce() {
        script.failOnce(MERCHANT, Faults.AFTER, "t7");
        append(household("u1"));

        assertThat(pipeline.guard().degraded("u1")).containsExactly("insight", "merchant");
        pipeline.runJobs();

        assertThat(pipeline.guard().degraded("u1")).isEmpty();
        assertThat(StateDump.figures(pipeline)).isEqualTo(clean(household("u1")));
    }

    @Test
    void shouldDeadLetterTheRecordWithItsBytesAndTheFeaturesName() {
        script.failOnce(INSIGHT, Faults.BEFORE, "t7");
        append(household("u1"));

        assertThat(pipeline.deadLetterRecords()).singleElement().satisfies(letter -> {
            assertThat(header(letter, "stage")).isEqualTo("insight");
            assertThat(header(letter, "cause")).isEqualTo("IllegalStateException");
            assertThat(header(letter, "offset")).isEqualTo("7");
            assertThat(new String(letter.value(), StandardCharsets.UTF_8)).contains("t7");
        });
    }

    @Test
    void shouldLeaveOtherFeaturesAndOtherUsersAlone() {
        script.failOnce(INSIGHT, Faults.AFTER, "t7");
        append(household("u1"));
        append(household("u2"));

        assertThat(pipeline.guard().degraded("u1")).containsExactly("insight");
        assertThat(pipeline.guard().degraded("u2")).isEmpty();
        List<SpecificRecord> both = new ArrayList<>(household("u1"));
        both.addAll(household("u2"));
        Map<String, String> expected = clean(both);
        assertThat(without(StateDump.figures(pipeline), "insight")).isEqualTo(without(expected, "insight"));

        pipeline.runJobs();
        assertThat(StateDump.figures(pipeline)).isEqualTo(expected);
    }

    @Test
    void shouldGoOnWithoutATransactionThatFailsAgainAndSaySo() {
        script.failAlways(INSIGHT, Faults.AFTER, "fee1");
        append(household("u1"));
        pipeline.runJobs();

        assertThat(pipeline.guard().degraded("u1")).containsExactly("insight");
        assertThat(pipeline.due()).isEmpty();
        assertThat(pipeline.deadLetterRecords()).hasSize(2).last().satisfies(letter -> assertThat(
                        header(letter, "message"))
                .contains("fee1"));
        Map<String, String> expected = clean(household("u1"));
        expected.values().removeIf(finding -> finding.startsWith("FEE_CHARGED") && finding.contains("[fee1]"));
        assertThat(StateDump.figures(pipeline)).isEqualTo(expected);
    }

    @Test
    void shouldBeWholeAgainOnceThatTransactionHasChanged() {
        script.failAlways(MERCHANT, Faults.AFTER, "t7");
        List<SpecificRecord> log = household("u1", 40);
        append(log);
        pipeline.runJobs();
        // Insight asks merchant what it would say of that transaction, and gets the same throw.
        assertThat(pipeline.guard().degraded("u1")).containsExactly("insight", "merchant");
        script.heal();

        RawTransaction amended = fact("u1", 7, "Cafe", 333).sourceVersion(2).build();
        pipeline.append(amended);
        pipeline.runJobs();

        log.add(amended);
        assertThat(pipeline.guard().degraded("u1")).isEmpty();
        assertThat(StateDump.figures(pipeline)).isEqualTo(clean(log));
    }

    @Test
    void shouldRebuildWhileChangesArrive() {
        script.failOnce(MERCHANT, Faults.AFTER, "t2");
        List<SpecificRecord> log = household("u1");
        append(log.subList(0, 40));
        int next = 40;
        while (!pipeline.due().isEmpty()) {
            pipeline.due().forEach(pipeline::append);
            if (next < log.size()) {
                pipeline.append(log.get(next++));
            }
        }
        append(log.subList(next, log.size()));

        assertThat(next).isGreaterThan(45);
        assertThat(StateDump.figures(pipeline)).isEqualTo(clean(log));
    }

    @Test
    void shouldLeaveOutALiveTransactionThatFailsDuringTheRebuild() {
        script.failOnce(INSIGHT, Faults.BEFORE, "fee2");
        List<SpecificRecord> log = household("u1", 40);
        append(log);
        stepUntilNewMerchantIs(false);
        stepUntilNewMerchantIs(true);
        script.failOnce(INSIGHT, Faults.AFTER, "t0");
        RawTransaction amended = fact("u1", 0, "Cafe", 90_000).sourceVersion(2).build();
        pipeline.append(amended);
        assertThat(pipeline.deadLetters()).isEqualTo(2);
        pipeline.runJobs();
        assertThat(pipeline.guard().degraded("u1")).containsExactly("insight");

        RawTransaction again = fact("u1", 0, "Cafe", 777).sourceVersion(3).build();
        pipeline.append(again).runJobs();

        log.add(amended);
        log.add(again);
        assertThat(pipeline.guard().degraded("u1")).isEmpty();
        assertThat(StateDump.figures(pipeline)).isEqualTo(clean(log));
    }

    @Test
    void shouldGoOnWithARebuildAfterARestart() {
        script.failOnce(MERCHANT, Faults.AFTER, "t2");
        List<SpecificRecord> log = household("u1");
        append(log.subList(0, 50));
        for (int i = 0; i < 4; i++) {
            pipeline.append(pipeline.due().get(0));
        }

        pipeline = pipeline.restarted(SMALL_STEPS, Map.of());
        append(log.subList(50, log.size()));
        assertThat(pipeline.guard().degraded("u1")).containsExactly("insight", "merchant");
        pipeline.runJobs();

        assertThat(StateDump.figures(pipeline)).isEqualTo(clean(log));
    }

    @Test
    void shouldGiveUpAFeatureThatFailsOnNearlyEverything() {
        script.failOnEvery(MERCHANT);
        append(household("u1"));
        pipeline.runJobs();

        assertThat(pipeline.due()).isEmpty();
        assertThat(pipeline.guard().degraded("u1")).contains("merchant");
        assertThat(pipeline.deadLetterRecords()).hasSize(1 + 5 + 5);
        assertThat(without(without(StateDump.figures(pipeline), "insight"), "merchants"))
                .isEqualTo(without(without(clean(household("u1")), "insight"), "merchants"));
    }

    @Test
    void shouldNotTellAgainWhatWasToldBeforeTheRebuild() {
        append(household("u1"));
        List<Insight> before = pipeline.announced();
        script.failOnce(MERCHANT, Faults.BEFORE, "late");
        pipeline.append(TestTransactions.transaction()
                .user("u1")
                .id("late")
                .description("Newcomer")
                .minor(5_000)
                .at(Instant.parse("2026-06-15T11:00:00Z"))
                .build());

        pipeline.runJobs();

        assertThat(before).isNotEmpty();
        assertThat(pipeline.announced()).extracting(Insight::getInsightId).containsExactly("NEW_MERCHANT|newcomer");
    }

    @Test
    void shouldFailTheThreadWhenAStoreFails() {
        script.failStore("merchants", "put");

        assertThatThrownBy(() -> append(household("u1"))).isInstanceOf(StreamsException.class);
    }

    @Test
    void shouldIgnoreAContinueThatDoesNotNameTheCurrentStep() {
        script.failOnce(MERCHANT, Faults.BEFORE, "t7");
        append(household("u1"));
        List<Continue> due = pipeline.due();

        pipeline.append(new Continue("u1", "feature|merchant", 99L), new Continue("u1", "feature|unknown", 0L));

        assertThat(pipeline.due()).isEqualTo(due);
    }

    private void stepUntilNewMerchantIs(boolean there) {
        while ((pipeline.insights().get("u1", "NEW_MERCHANT|cafe") != null) != there) {
            pipeline.append(pipeline.due().get(0));
        }
    }

    private void append(List<SpecificRecord> records) {
        records.forEach(pipeline::append);
    }

    /** Hits enough at one merchant that a slice does not show them all; fees, twins and an outlier among them. */
    private static List<SpecificRecord> household(String user) {
        return household(user, 70);
    }

    private static List<SpecificRecord> household(String user, int facts) {
        List<SpecificRecord> log = new ArrayList<>();
        for (int i = 0; i < facts; i++) {
            long minor = i % 23 == 22 ? 90_000 + i : 400 + i % 5 * 10;
            log.add(fact(user, i, i % 10 == 9 ? "Tesco" : "Cafe", minor).build());
        }
        log.add(fact(user, 200, "Fee", 250).id("fee1").build());
        log.add(fact(user, 201, "Fee", 260).id("fee2").build());
        return log;
    }

    private static TestTransactions fact(String user, int number, String text, long minor) {
        return TestTransactions.transaction()
                .user(user)
                .id("t" + number)
                .sourceVersion(1)
                .description(text)
                .minor(minor)
                .at(Instant.parse("2026-06-01T00:00:00Z").plusSeconds(number * 3_600L));
    }

    private static Map<String, String> clean(List<SpecificRecord> log) {
        try (TopologyFixture clean = TopologyFixture.open()) {
            log.forEach(clean::append);
            clean.runJobs();
            return StateDump.figures(clean);
        }
    }

    private static Map<String, String> without(Map<String, String> figures, String part) {
        Map<String, String> rest = new TreeMap<>(figures);
        rest.keySet().removeIf(key -> key.startsWith(part + ' '));
        return rest;
    }

    private static String header(TestRecord<byte[], byte[]> letter, String name) {
        byte[] value =
                letter.headers().lastHeader("tributary.dead-letter." + name).value();
        return new String(value, StandardCharsets.UTF_8);
    }

    /** Throws where a test says so. */
    private static final class Script implements Faults {

        private @Nullable Consumer<Call> fault;

        private record Call(
                String place, String call, @Nullable Object value) {

            boolean isOn(String node, String when) {
                return place.equals(node) && call.equals(when);
            }

            boolean isAbout(String transactionId) {
                String about = value instanceof LedgerChange change
                        ? String.valueOf(change.after())
                        : String.valueOf(value).startsWith("OfEntry") ? String.valueOf(value) : "";
                return about.contains("\"transaction_id\": \"" + transactionId + '"');
            }
        }

        void failOnce(String node, String when, String transactionId) {
            fault = call -> {
                if (call.isOn(node, when) && call.isAbout(transactionId)) {
                    heal();
                    throw new IllegalStateException("on purpose");
                }
            };
        }

        void failAlways(String node, String when, String transactionId) {
            fault = call -> {
                if (call.isOn(node, when) && call.isAbout(transactionId)) {
                    throw new IllegalStateException("on purpose");
                }
            };
        }

        void failOnEvery(String node) {
            fault = call -> {
                if (call.isOn(node, Faults.AFTER)) {
                    throw new IllegalStateException("on purpose");
                }
            };
        }

        void failStore(String store, String method) {
            fault = call -> {
                if (call.isOn(store, method)) {
                    throw new ProcessorStateException("on purpose");
                }
            };
        }

        void heal() {
            fault = null;
        }

        @Override
        public void reached(String place, String call, @Nullable Object value) {
            if (fault != null) {
                fault.accept(new Call(place, call, value));
            }
        }
    }
}
