package io.tributary.topologies.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tributary.avro.Continue;
import io.tributary.avro.Job;
import io.tributary.avro.RawTransaction;
import io.tributary.schemas.TestCommands;
import io.tributary.schemas.TestTransactions;
import io.tributary.schemas.Topic;
import io.tributary.schemas.Topics;
import io.tributary.topologies.PipelineConfig;
import io.tributary.topologies.SeedFixture;
import io.tributary.topologies.StateDump;
import io.tributary.topologies.TopologyFixture;
import io.tributary.topologies.ledger.ScriptedLogs.Command;
import io.tributary.topologies.state.StateProblem;
import io.tributary.topologies.state.StoreNames;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.junit.jupiter.api.Test;

/** What is seeded from the published topics is, row for row and byte for byte, what the pipeline itself has. */
class SeedTopologyTest {

    private static final List<String> STORES =
            List.of(StoreNames.LEDGER, StoreNames.TOTALS, StoreNames.USERS, StoreNames.JOBS);
    /** Verdicts, which are in no topic, and what the features note of themselves, which fill themselves again. */
    private static final String NOT_SEEDED = "voqwg";

    /** Jobs take several steps, so that some run at the cut. */
    private static final PipelineConfig CONFIG = smallSteps();

    @Property(tries = 25, shrinking = ShrinkingMode.BOUNDED)
    void shouldEqualWhatItReplacesHoweverTheTopicsWereCompacted(
            @ForAll("facts") List<RawTransaction> facts,
            @ForAll("commands") List<Command> commands,
            @ForAll Random random) {
        List<SpecificRecord> log = ScriptedLogs.interleaved(facts, commands, random);
        int cut = random.nextInt(log.size() + 1);
        try (TopologyFixture old = TopologyFixture.open(CONFIG)) {
            run(old, log.subList(0, cut), random);
            try (SeedFixture seed = seeded(old, random);
                    TopologyFixture anew = TopologyFixture.open(CONFIG)) {
                assertThat(rows(seed::store)).isEqualTo(rows(old::store));

                goOnWith(anew, seed, end(old));
                List<SpecificRecord> rest = log.subList(cut, log.size());
                long steps = random.nextLong();
                run(old, rest, new Random(steps));
                run(anew, rest, new Random(steps));
                finishJobs(old);
                finishJobs(anew);

                assertThat(rows(anew::store)).isEqualTo(rows(old::store));
                // Features fill themselves from the first record on, be it a tick.
                old.tick().runJobs();
                anew.tick().runJobs();
                assertThat(StateDump.figures(anew)).isEqualTo(StateDump.figures(old));
            }
        }
    }

    @Test
    void shouldForgetWhatIsErased() {
        try (TopologyFixture old = TopologyFixture.open()) {
            old.append(
                    TestTransactions.transaction().user("u1").id("t1").build(),
                    TestCommands.command().user("u1").id("c1").putRule("r1", "tesco", "TRANSPORTATION_GAS"));
            List<KeyValue<byte[], byte[]>> entries = old.published(Topics.EXPENSES_PARSED);
            List<KeyValue<byte[], byte[]>> settings = old.published(Topics.USERS_STATE);
            try (SeedFixture seed = SeedFixture.open(PipelineConfig.defaults(1), old.registry(), end(old))) {
                seed.read(Topics.EXPENSES_PARSED, entries).read(Topics.USERS_STATE, settings);
                assertThat(rows(seed::store)).isNotEmpty();

                seed.read(Topics.EXPENSES_PARSED, nulls(entries)).read(Topics.USERS_STATE, nulls(settings));

                assertThat(rows(seed::store).keySet()).allMatch(row -> row.startsWith("users s"));
            }
        }
    }

    @Test
    void shouldStopAtARowFromBeyondTheCut() {
        try (TopologyFixture old = TopologyFixture.open()) {
            old.append(
                    TestTransactions.transaction().id("t1").build(),
                    TestTransactions.transaction().id("t2").build());
            List<KeyValue<byte[], byte[]>> entries = old.published(Topics.EXPENSES_PARSED);
            try (SeedFixture seed = SeedFixture.open(PipelineConfig.defaults(1), old.registry(), 1)) {
                assertThatThrownBy(() -> seed.read(Topics.EXPENSES_PARSED, entries))
                        .hasRootCauseInstanceOf(StateProblem.class)
                        .rootCause()
                        .hasMessageStartingWith("expenses.parsed-0@1 comes from offset 1 of the log");
            }
        }
    }

    @Test
    void shouldStopAtBytesThatAreNoRecord() {
        try (TopologyFixture old = TopologyFixture.open();
                SeedFixture seed = SeedFixture.open(PipelineConfig.defaults(1), old.registry(), 1)) {
            List<KeyValue<byte[], byte[]>> poison =
                    List.of(KeyValue.pair("u1|t1".getBytes(StandardCharsets.UTF_8), new byte[] {1, 2}));
            assertThatThrownBy(() -> seed.read(Topics.USERS_STATE, poison))
                    .hasRootCauseInstanceOf(StateProblem.class)
                    .rootCause()
                    .hasMessageStartingWith("users.state-0@0 cannot be read");
        }
    }

    /** Appends the log; jobs take a step now and then. */
    private static void run(TopologyFixture pipeline, List<SpecificRecord> log, Random random) {
        for (SpecificRecord record : log) {
            pipeline.append(record);
            List<Job> jobs = pipeline.jobs().running();
            if (!jobs.isEmpty() && random.nextBoolean()) {
                Job job = jobs.get(random.nextInt(jobs.size()));
                pipeline.append(new Continue(job.getUserId(), job.getJobId(), job.getStep()));
            }
            if (random.nextInt(8) == 0) {
                pipeline.tick();
            }
        }
    }

    /** The ledger's own, and no step of a feature. */
    private static void finishJobs(TopologyFixture pipeline) {
        for (List<Job> jobs = pipeline.jobs().running();
                !jobs.isEmpty();
                jobs = pipeline.jobs().running()) {
            jobs.forEach(job -> pipeline.append(new Continue(job.getUserId(), job.getJobId(), job.getStep())));
        }
    }

    private static SeedFixture seeded(TopologyFixture old, Random random) {
        SeedFixture seed = SeedFixture.open(CONFIG, old.registry(), end(old));
        List<Topic<?, ?>> topics = new ArrayList<>(List.of(Topics.EXPENSES_PARSED, Topics.USERS_STATE));
        Collections.shuffle(topics, random);
        topics.forEach(topic -> seed.read(topic, compacted(old.published(topic), random)));
        return seed;
    }

    /** Drops some of the records of which the key comes again. */
    private static List<KeyValue<byte[], byte[]>> compacted(List<KeyValue<byte[], byte[]>> all, Random random) {
        List<KeyValue<byte[], byte[]>> kept = new ArrayList<>();
        Set<Bytes> newer = new HashSet<>();
        for (int i = all.size() - 1; i >= 0; i--) {
            if (newer.add(Bytes.wrap(all.get(i).key)) || random.nextBoolean()) {
                kept.add(all.get(i));
            }
        }
        Collections.reverse(kept);
        return kept;
    }

    /** A pipeline that stands where the old one stood, on the seeded rows. */
    private static void goOnWith(TopologyFixture anew, SeedFixture seed, long end) {
        for (long offset = 0; offset < end; offset++) {
            anew.appendBytes("key", new byte[0]);
        }
        for (String name : STORES) {
            KeyValueStore<Bytes, byte[]> store = anew.store(name);
            try (KeyValueIterator<Bytes, byte[]> rows = seed.store(name).all()) {
                rows.forEachRemaining(row -> store.put(row.key, row.value));
            }
        }
    }

    private static long end(TopologyFixture pipeline) {
        return pipeline.positions().position(0).orElse(-1) + 1;
    }

    private static List<KeyValue<byte[], byte[]>> nulls(List<KeyValue<byte[], byte[]>> records) {
        return records.stream()
                .map(record -> KeyValue.pair(record.key, (byte[]) null))
                .toList();
    }

    private static Map<String, String> rows(Stores stores) {
        Map<String, String> all = new TreeMap<>();
        for (String name : STORES) {
            try (KeyValueIterator<Bytes, byte[]> rows = stores.open(name).all()) {
                rows.forEachRemaining(row -> {
                    char type = (char) row.key.get()[0];
                    if (!name.equals(StoreNames.JOBS) || NOT_SEEDED.indexOf(type) < 0) {
                        all.put(
                                name + ' ' + type + HexFormat.of().formatHex(row.key.get()),
                                HexFormat.of().formatHex(row.value));
                    }
                });
            }
        }
        return all;
    }

    private static PipelineConfig smallSteps() {
        PipelineConfig config = PipelineConfig.defaults(1);
        LedgerConfig ledger = LedgerConfig.defaults();
        LedgerConfig small = new LedgerConfig(
                ledger.defaultZone(),
                ledger.cachedEntries(),
                ledger.cachedTotals(),
                ledger.cachedUsers(),
                2,
                1,
                ledger.keepJobs(),
                ledger.verdicts());
        return config.with(small);
    }

    @Provide
    Arbitrary<List<RawTransaction>> facts() {
        return ScriptedLogs.facts();
    }

    @Provide
    Arbitrary<List<Command>> commands() {
        return ScriptedLogs.commands();
    }

    private interface Stores {
        KeyValueStore<Bytes, byte[]> open(String name);
    }
}
