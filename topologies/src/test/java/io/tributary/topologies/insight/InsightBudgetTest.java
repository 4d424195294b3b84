package io.tributary.topologies.insight;

import static io.tributary.topologies.TestEntries.NOON;
import static io.tributary.topologies.TestEntries.entry;
import static org.assertj.core.api.Assertions.assertThat;

import io.tributary.topologies.CountingStore;
import io.tributary.topologies.TestChanges;
import io.tributary.topologies.TestEntries;
import io.tributary.topologies.flow.LedgerChange;
import io.tributary.topologies.flow.MerchantSlice;
import io.tributary.topologies.flow.MerchantSlice.Hit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class InsightBudgetTest {

    private final CountingStore store = new CountingStore("insights");
    private final TestChanges ledger = new TestChanges();
    private final List<Hit> hits = new ArrayList<>();
    private InsightUpdate update = new InsightUpdate(InsightConfig.DEFAULTS, store.store());

    private void put(TestEntries entry) {
        LedgerChange change = ledger.put(entry);
        hits.add(Hit.of(entry.build()));
        update.slice(new MerchantSlice(change, "tesco", hits, true));
        update.change(change);
    }

    @Test
    void shouldCostNothingAtAWarmMerchantAndOneLookUpAtAColdOne() {
        put(entry("t0"));
        assertThat(store.counted()).isEqualTo(Map.of("get", 2, "put", 2));

        put(entry("t1").at(NOON.plusSeconds(3_600)));
        assertThat(store.counted()).isEmpty();

        update = new InsightUpdate(InsightConfig.DEFAULTS, store.store());
        put(entry("t2").at(NOON.plusSeconds(7_200)));
        assertThat(store.counted()).isEqualTo(Map.of("get", 1));
    }

    @Test
    void shouldWriteNothingWhenTheSameIsFoundAgain() {
        put(entry("t0"));
        put(entry("t1").at(NOON.plusSeconds(60)));
        store.counted();

        update.slice(new MerchantSlice(ledger.put(entry("t1").at(NOON.plusSeconds(60))), "tesco", hits, true));

        assertThat(store.counted()).isEmpty();
    }
}
