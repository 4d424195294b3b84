package io.tributary.topologies.guard;

import static org.assertj.core.api.Assertions.assertThat;

import io.tributary.topologies.PipelineConfig;
import io.tributary.topologies.StateDump;
import io.tributary.topologies.TopologyFixture;
import io.tributary.topologies.flow.Feature;
import io.tributary.topologies.guard.Countdown.Kind;
import io.tributary.topologies.guard.SweepScript.Append;
import io.tributary.topologies.guard.SweepScript.Beat;
import io.tributary.topologies.guard.SweepScript.Step;
import io.tributary.topologies.insight.InsightTopology;
import io.tributary.topologies.merchant.MerchantTopology;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.apache.kafka.streams.errors.StreamsException;
import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A throw at each call in turn: of every processor, every store, every iterator of one, and the classifier. The calls are
 * counted in a run without such a throw. Code between two calls cannot be reached one by one, but where it throws is told by
 * what has been written before, and there is a throw at each of those places.
 *
 * <p>{@code -Dsweep.all=true} takes every call, and not as many of them as a build has time for, evenly spread.
 */
class FaultSweepTest {

    private static final Logger LOG = LoggerFactory.getLogger(FaultSweepTest.class);
    private static final int MOST_RUNS = Boolean.getBoolean("sweep.all") ? Integer.MAX_VALUE : 200;
    private static final long SEED = Long.getLong("sweep.seed", 20_261_201L);
    private static final PipelineConfig CONFIG = PipelineConfig.defaults(1).with(new GuardConfig(4, 5));
    private static final List<String> SCRIPTED = List.of("insight", "intake");

    private final List<Step> script = SweepScript.steps();
    private final Map<Integer, Map<String, String>> oracles = new HashMap<>();
    private final Map<String, Integer> seen = new HashMap<>();

    @Test
    void shouldCostARetryWhenAStoreFails() {
        long calls = calls(Kind.STORE);
        for (long call : sample(calls)) {
            Countdown countdown = new Countdown(Kind.STORE, call);
            try (TopologyFixture pipeline = open(countdown)) {
                assertThat(run(pipeline, countdown, script))
                        .as(countdown.fired())
                        .isNotEqualTo(script.size());
                assertThat(SCRIPTED).as(countdown.fired()).containsAll(stages(pipeline));
            }
            // Nothing of the failed transaction stays: the record is read again, on the state as it was before.
            try (TopologyFixture again = open(Countdown.none(Kind.STORE))) {
                assertThat(run(again, Countdown.none(Kind.STORE), script)).isEqualTo(script.size());
                assertThat(StateDump.figures(again)).as(countdown.fired()).isEqualTo(oracle(-1));
            }
        }
        LOG.info("a store failed at {} of {} calls", sample(calls).size(), calls);
    }

    @Test
    void shouldCostAFeatureARebuildOrADecisionItsRecord() {
        long calls = calls(Kind.ERROR);
        for (long call : sample(calls)) {
            check(new Countdown(Kind.ERROR, call));
        }
        LOG.info("threw at {} of {} calls: {}", sample(calls).size(), calls, seen);
        assertThat(seen).containsKeys("thread", "merchant", "insight", "ledger");
    }

    private void check(Countdown countdown) {
        TopologyFixture pipeline = open(countdown);
        try {
            int failedAt = run(pipeline, countdown, script);
            String where = countdown.fired();
            if (failedAt < script.size()) {
                assertThat(countdown.firedInFeature()).as(where).isFalse();
                seen.merge("thread", 1, Integer::sum);
                return;
            }
            List<String> stages = new ArrayList<>(stages(pipeline));
            SCRIPTED.forEach(stages::remove);
            stages.forEach(stage -> seen.merge(stage, 1, Integer::sum));
            if (countdown.firedInFeature()) {
                assertThat(stages).as(where).isNotEmpty().doesNotContain("ledger", "job");
            }
            assertThat(pipeline.due()).as(where).isEmpty();
            if (!pipeline.guard().degraded("a").isEmpty()
                    || !pipeline.guard().degraded("b").isEmpty()) {
                assertThat(stages).as(where).isNotEmpty();
                pipeline =
                        pipeline.restarted(CONFIG.only(mended()), Faults.none().wrapping());
                pipeline.tick().runJobs();
            }
            checkState(pipeline, countdown, stages);
        } finally {
            pipeline.close();
        }
    }

    private void checkState(TopologyFixture pipeline, Countdown countdown, List<String> stages) {
        String where = countdown.fired();
        if (stages.contains("ledger") || stages.contains("job")) {
            int step = countdown.step();
            if (script.get(step) instanceof Beat) {
                // A job could not do its work: the rows are what they were, and everything still agrees with them.
                Agreement.check(pipeline, where);
                return;
            }
            assertThat(StateDump.figures(pipeline)).as(where).isEqualTo(oracle(step));
            return;
        }
        assertThat(StateDump.figures(pipeline)).as(where).isEqualTo(oracle(-1));
    }

    /** The state without any throw, and without one step, as that is what a decision that throws may cost. */
    private Map<String, String> oracle(int without) {
        return oracles.computeIfAbsent(without, unused -> {
            List<Step> steps = new ArrayList<>(script);
            if (without >= 0) {
                steps.remove(without);
            }
            Countdown nothing = Countdown.none(Kind.ERROR).withoutScript();
            try (TopologyFixture clean = open(nothing)) {
                run(clean, nothing, steps);
                return StateDump.figures(clean);
            }
        });
    }

    private long calls(Kind kind) {
        Countdown counting = Countdown.none(kind);
        try (TopologyFixture pipeline = open(counting)) {
            assertThat(run(pipeline, counting, script)).isEqualTo(script.size());
            assertThat(stages(pipeline)).containsExactlyInAnyOrderElementsOf(SCRIPTED);
            assertThat(StateDump.figures(pipeline)).isEqualTo(oracle(-1));
        }
        return counting.count();
    }

    private static List<Long> sample(long calls) {
        long stride = Math.max(1, -Math.floorDiv(-calls, MOST_RUNS));
        List<Long> sample = new ArrayList<>();
        for (long call = 1L + new Random(SEED).nextInt((int) stride); call <= calls; call += stride) {
            sample.add(call);
        }
        return sample;
    }

    private static TopologyFixture open(Countdown countdown) {
        return TopologyFixture.open(CONFIG, countdown.classifiers(), countdown.wrapping());
    }

    /** Plays the script; says at which step the thread failed, and its length where none did. */
    private static int run(TopologyFixture pipeline, Countdown countdown, List<Step> steps) {
        for (int i = 0; i < steps.size(); i++) {
            countdown.at(i);
            if (!done(pipeline, countdown, steps.get(i))) {
                return i;
            }
        }
        countdown.disarm();
        pipeline.runJobs();
        return steps.size();
    }

    private static boolean done(TopologyFixture pipeline, Countdown countdown, Step step) {
        List<Step> records = step instanceof Beat ? beat(pipeline, countdown) : List.of(step);
        try {
            for (Step record : records) {
                countdown.arm();
                if (record instanceof Append append) {
                    pipeline.append(append.record());
                } else {
                    pipeline.appendBytes("key", new byte[] {9, 9});
                }
            }
            return true;
        } catch (StreamsException threadFailed) {
            return false;
        } finally {
            countdown.disarm();
        }
    }

    private static List<Step> beat(TopologyFixture pipeline, Countdown countdown) {
        countdown.disarm();
        List<Step> due = new ArrayList<>();
        pipeline.due().forEach(next -> due.add(new Append(next)));
        return due;
    }

    private static List<String> stages(TopologyFixture pipeline) {
        return pipeline.deadLetterRecords().stream().map(FaultSweepTest::stage).toList();
    }

    private static String stage(TestRecord<byte[], byte[]> letter) {
        byte[] value =
                letter.headers().lastHeader("tributary.dead-letter.stage").value();
        return new String(value, StandardCharsets.UTF_8);
    }

    /** The features after their fix: whatever they had to leave out is taken in. */
    static List<Feature> mended() {
        return List.of(
                BackfillPropertyTest.next(MerchantTopology.FEATURE),
                BackfillPropertyTest.next(InsightTopology.FEATURE));
    }
}
