package io.tributary.topologies.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.tributary.avro.RawTransaction;
import io.tributary.topologies.StateDump;
import io.tributary.topologies.TopologyFixture;
import io.tributary.topologies.ledger.ScriptedLogs.Command;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import org.apache.avro.specific.SpecificRecord;

/**
 * Facts with versions of their own may come in any order and any number of times, commands in their own order and each
 * after its transaction's first fact: the state is the same. And the same log gives the same bytes.
 */
class LedgerOrderTest {

    @Property(tries = 60, shrinking = ShrinkingMode.BOUNDED)
    void shouldEndInTheSameStateWhateverTheOrderOfFacts(
            @ForAll("facts") List<RawTransaction> facts,
            @ForAll("commands") List<Command> commands,
            @ForAll Random random) {
        List<SpecificRecord> one = ScriptedLogs.interleaved(facts, commands, new Random(1));
        List<RawTransaction> shuffled = new ArrayList<>(facts);
        shuffled.addAll(facts.subList(0, facts.size() / 2));
        Collections.shuffle(shuffled, random);
        List<SpecificRecord> other = ScriptedLogs.interleaved(shuffled, commands, random);

        try (TopologyFixture first = TopologyFixture.open();
                TopologyFixture second = TopologyFixture.open()) {
            one.forEach(first::append);
            first.runJobs();
            other.forEach(record -> {
                second.append(record);
                if (random.nextInt(4) == 0) {
                    second.tick();
                }
                if (random.nextInt(6) == 0) {
                    second.runJobs();
                }
            });
            second.runJobs();

            assertThat(StateDump.figures(second)).isEqualTo(StateDump.figures(first));
        }
    }

    @Property(tries = 20, shrinking = ShrinkingMode.BOUNDED)
    void shouldGiveEveryByteAgainWhenTheLogIsReplayed(
            @ForAll("facts") List<RawTransaction> facts, @ForAll("commands") List<Command> commands) {
        List<SpecificRecord> log = ScriptedLogs.interleaved(facts, commands, new Random(7));
        try (TopologyFixture first = TopologyFixture.open();
                TopologyFixture replay = TopologyFixture.open()) {
            log.forEach(first::append);
            first.runJobs();
            log.forEach(replay::append);
            replay.runJobs();

            assertThat(StateDump.bytes(replay)).isEqualTo(StateDump.bytes(first));
        }
    }

    @Provide
    Arbitrary<List<RawTransaction>> facts() {
        return ScriptedLogs.facts();
    }

    @Provide
    Arbitrary<List<Command>> commands() {
        return ScriptedLogs.commands();
    }
}
