package io.tributary.topologies.merchant;

import static io.tributary.topologies.TestEntries.NOON;
import static io.tributary.topologies.TestEntries.entry;
import static org.assertj.core.api.Assertions.assertThat;

import io.tributary.topologies.CountingStore;
import io.tributary.topologies.TestChanges;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MerchantBudgetTest {

    private final CountingStore store = new CountingStore("merchants");
    private final MerchantUpdate update = new MerchantUpdate(MerchantConfig.DEFAULTS, store.store());
    private final TestChanges ledger = new TestChanges();

    @Test
    void shouldCostOnePutAtAWarmMerchantAndARangeMoreAtAColdOne() {
        update.apply(ledger.put(entry("t1")));
        assertThat(store.counted()).isEqualTo(Map.of("put", 1, "reverseRange", 1));

        update.apply(ledger.put(entry("t2")));
        assertThat(store.counted()).isEqualTo(Map.of("put", 1));

        update.apply(ledger.put(entry("t2")));
        assertThat(store.counted()).isEmpty();
    }

    @Test
    void shouldCostOnePutARowWhenAMerchantIsRestated() {
        for (int i = 0; i < 500; i++) {
            update.apply(ledger.put(entry("t" + i).at(NOON.plusSeconds(i))));
        }
        store.counted();

        for (int i = 0; i < 500; i++) {
            update.apply(
                    ledger.restate(entry("t" + i).at(NOON.plusSeconds(i)).category("GENERAL_MERCHANDISE_SUPERSTORES")));
        }

        assertThat(store.counted()).isEqualTo(Map.of("put", 500));
    }
}
