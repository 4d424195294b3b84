package io.tributary.topologies.merchant;

import static io.tributary.topologies.TestEntries.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import io.tributary.avro.ClassifiedTransaction;
import io.tributary.topologies.TestChanges;
import io.tributary.topologies.TestEntries;
import io.tributary.topologies.flow.LedgerChange;
import io.tributary.topologies.flow.MerchantSlice;
import io.tributary.topologies.flow.MerchantSlice.Hit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import org.apache.kafka.streams.state.Stores;

class SlicePropertyTest {

    private record Step(int id, int second, int merchant, long minor, boolean voided) {

        TestEntries entry() {
            TestEntries entry = TestEntries.entry("t" + id)
                    .at(NOON.plusSeconds(second))
                    .merchant("m" + merchant)
                    .minor(minor);
            return voided ? entry.voided() : entry;
        }
    }

    @Property(tries = 60)
    void shouldEqualTheNewestHitsOfAllEntries(@ForAll("steps") List<Step> steps, @ForAll("caches") int cached) {
        MerchantUpdate update = new MerchantUpdate(
                new MerchantConfig(cached),
                Stores.inMemoryKeyValueStore("merchants").get());
        TestChanges ledger = new TestChanges();
        Map<String, ClassifiedTransaction> entries = new HashMap<>();
        for (Step step : steps) {
            LedgerChange change = ledger.put(step.entry());
            entries.put("t" + step.id(), step.entry().build());
            for (MerchantSlice slice : update.apply(change)) {
                List<Hit> all = hits(entries.values(), slice.merchantKey());
                assertThat(slice.hits())
                        .isEqualTo(all.subList(Math.max(0, all.size() - MerchantConfig.SLICE), all.size()));
                assertThat(slice.complete()).isEqualTo(all.size() <= MerchantConfig.SLICE);
            }
        }
    }

    private static List<Hit> hits(Collection<ClassifiedTransaction> entries, String merchant) {
        List<Hit> hits = new ArrayList<>();
        for (ClassifiedTransaction entry : entries) {
            if (!entry.getVoided() && entry.getMerchantKey().equals(merchant)) {
                hits.add(Hit.of(entry));
            }
        }
        hits.sort(HitRow.TIME_ORDER);
        return hits;
    }

    @Provide
    Arbitrary<Integer> caches() {
        return Arbitraries.of(1, 2, 100);
    }

    @Provide
    Arbitrary<List<Step>> steps() {
        return Combinators.combine(
                        Arbitraries.integers().between(0, 90),
                        Arbitraries.integers().between(-40, 40),
                        Arbitraries.frequency(Tuple.of(9, 0), Tuple.of(1, 1)),
                        Arbitraries.longs().between(1, 3),
                        Arbitraries.frequency(Tuple.of(6, false), Tuple.of(1, true)))
                .as(Step::new)
                .list()
                .ofMinSize(1)
                .ofMaxSize(300);
    }
}
