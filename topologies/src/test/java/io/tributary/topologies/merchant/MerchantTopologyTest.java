package io.tributary.topologies.merchant;

import static io.tributary.topologies.TestEntries.NOON;
import static io.tributary.topologies.TestEntries.entry;
import static org.assertj.core.api.Assertions.assertThat;

import io.tributary.topologies.ByReference;
import io.tributary.topologies.FeatureFixture;
import io.tributary.topologies.GoldenFile;
import io.tributary.topologies.TestChanges;
import io.tributary.topologies.flow.LedgerChange;
import io.tributary.topologies.flow.MerchantSlice;
import io.tributary.topologies.flow.MerchantSlice.Hit;
import java.nio.file.Path;
import java.util.List;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.Produced;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MerchantTopologyTest {

    private final ByReference<LedgerChange> changes = new ByReference<>();
    private final ByReference<MerchantSlice> slices = new ByReference<>();
    private final TestChanges ledger = new TestChanges();

    @TempDir
    private Path folder;

    private TopologyTestDriver driver;
    private TestInputTopic<String, LedgerChange> input;
    private TestOutputTopic<String, MerchantSlice> output;

    @BeforeEach
    void open() {
        driver = FeatureFixture.drive(topology(), folder);
        input = driver.createInputTopic("changes", Serdes.String().serializer(), changes.serializer());
        output = driver.createOutputTopic("slices", Serdes.String().deserializer(), slices.deserializer());
    }

    @AfterEach
    void close() {
        driver.close();
    }

    private Topology topology() {
        return FeatureFixture.topology(builder -> new MerchantTopology(MerchantConfig.DEFAULTS)
                .apply(builder.stream(
                        "changes", Consumed.with(Serdes.String(), changes).withName("changes-source")))
                .to("slices", Produced.with(Serdes.String(), slices).withName("slices-sink")));
    }

    private List<MerchantSlice> pipe(LedgerChange change) {
        input.pipeInput(change.user(), change);
        return output.readValuesToList();
    }

    @Test
    void shouldKeepItsTopology() {
        new GoldenFile("merchant-topology.txt").check(topology().describe().toString());
    }

    @Test
    void shouldSendTheSliceInTimeOrder() {
        pipe(ledger.put(entry("late").at(NOON.plusSeconds(60))));

        MerchantSlice slice = pipe(ledger.put(entry("early"))).get(0);

        assertThat(slice.hits()).extracting(Hit::transactionId).containsExactly("early", "late");
        assertThat(slice.complete()).isTrue();
        assertThat(slice.merchantKey()).isEqualTo("tesco");
    }

    @Test
    void shouldSendBothMerchantsWhenAnEntryMoves() {
        pipe(ledger.put(entry("t1").merchant("tesco")));

        List<MerchantSlice> moved = pipe(ledger.put(entry("t1").merchant("aldi")));

        assertThat(moved).extracting(MerchantSlice::merchantKey).containsExactly("tesco", "aldi");
        assertThat(moved.get(0).hits()).isEmpty();
        assertThat(moved.get(1).hits()).hasSize(1);
    }

    @Test
    void shouldLeaveOutVoidedEntriesAndThoseWithoutMerchant() {
        pipe(ledger.put(entry("t1")));

        assertThat(pipe(ledger.put(entry("t1").voided())).get(0).hits()).isEmpty();
        assertThat(pipe(ledger.put(entry("t2").merchant("")))).isEmpty();
    }

    @Test
    void shouldBringBackAnOlderHitWhenANewerOneGoes() {
        for (int i = 0; i < MerchantConfig.SLICE + 2; i++) {
            pipe(ledger.put(entry("t" + i).at(NOON.plusSeconds(i))));
        }

        MerchantSlice one =
                pipe(ledger.put(entry("t20").at(NOON.plusSeconds(20)).voided())).get(0);
        MerchantSlice two = pipe(ledger.put(entry("t0").at(NOON).voided())).get(0);

        assertThat(one.hits())
                .hasSize(MerchantConfig.SLICE)
                .extracting(Hit::transactionId)
                .startsWith("t1", "t2");
        assertThat(one.complete()).isFalse();
        assertThat(two.hits()).isEqualTo(one.hits());
        assertThat(two.complete()).isTrue();
    }

    @Test
    void shouldKeepUsersApart() {
        pipe(ledger.put(entry("t1").user("anna")));

        assertThat(pipe(ledger.put(entry("t2").user("ben"))).get(0).hits()).hasSize(1);
    }
}
