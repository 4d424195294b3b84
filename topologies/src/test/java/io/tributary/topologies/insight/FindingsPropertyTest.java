package io.tributary.topologies.insight;

import static io.tributary.topologies.TestEntries.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import io.tributary.avro.ClassifiedTransaction;
import io.tributary.avro.Insight;
import io.tributary.avro.InsightState;
import io.tributary.topologies.TestChanges;
import io.tributary.topologies.TestEntries;
import io.tributary.topologies.flow.LedgerChange;
import io.tributary.topologies.flow.MerchantSlice;
import io.tributary.topologies.flow.MerchantSlice.Hit;
import io.tributary.topologies.insight.InsightView.Query;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.Stores;

class FindingsPropertyTest {

    /** A fact: which version of which transaction says what. The highest version stands. */
    private record Fact(int id, int version, int minute, boolean aldi, long minor, boolean fee, boolean voided) {

        TestEntries entry() {
            TestEntries entry = TestEntries.entry("t" + id)
                    .at(NOON.plusSeconds(minute * 60L))
                    .merchant(aldi ? "aldi" : "tesco")
                    .category(fee ? "BANK_FEES_ATM_FEES" : "FOOD_AND_DRINK_GROCERIES")
                    .minor(minor);
            return voided ? entry.voided() : entry;
        }
    }

    @Property(tries = 150)
    void shouldFindTheSameInAnyOrderOfFacts(@ForAll("facts") List<Fact> facts, @ForAll long seed) {
        List<Fact> shuffled = new ArrayList<>(facts);
        shuffled.addAll(facts.subList(0, facts.size() / 2));
        Collections.shuffle(shuffled, new Random(seed));

        assertThat(open(shuffled)).isEqualTo(open(facts));
    }

    @Property(tries = 50)
    void shouldFindWhatTheFinalStateAloneShows(@ForAll("facts") List<Fact> facts) {
        Map<Integer, Fact> newest = new TreeMap<>();
        facts.forEach(fact -> newest.merge(fact.id(), fact, (a, b) -> a.version() >= b.version() ? a : b));

        assertThat(open(facts)).isEqualTo(open(List.copyOf(newest.values())));
    }

    /** Digests of the open findings by id, after all facts. */
    private static Map<String, Long> open(List<Fact> facts) {
        KeyValueStore<Bytes, byte[]> store =
                Stores.inMemoryKeyValueStore("insights").get();
        InsightUpdate update = new InsightUpdate(InsightConfig.DEFAULTS, store);
        TestChanges ledger = new TestChanges();
        Map<Integer, Integer> versions = new HashMap<>();
        Map<String, ClassifiedTransaction> entries = new HashMap<>();
        for (Fact fact : facts) {
            if (versions.getOrDefault(fact.id(), 0) < fact.version()) {
                versions.put(fact.id(), fact.version());
                LedgerChange change = ledger.put(fact.entry());
                entries.put("t" + fact.id(), fact.entry().build());
                update.change(change);
                slices(change, entries.values()).forEach(update::slice);
            }
        }
        Map<String, Long> open = new TreeMap<>();
        for (Insight insight : new InsightView(store)
                .find("u1", new Query(null, null, 10_000, null))
                .findings()) {
            if (insight.getState() == InsightState.OPEN) {
                open.put(insight.getInsightId(), FindingDigest.of(insight));
            }
        }
        return open;
    }

    /** What the merchant feature would send, worked out from all entries. */
    private static List<MerchantSlice> slices(LedgerChange change, Collection<ClassifiedTransaction> entries) {
        Set<String> touched = new LinkedHashSet<>();
        if (change.before() != null && !change.before().getVoided()) {
            touched.add(change.before().getMerchantKey());
        }
        if (change.after() != null && !change.after().getVoided()) {
            touched.add(change.after().getMerchantKey());
        }
        List<MerchantSlice> slices = new ArrayList<>();
        for (String merchant : touched) {
            List<Hit> hits = new ArrayList<>();
            for (ClassifiedTransaction entry : entries) {
                if (!entry.getVoided() && entry.getMerchantKey().equals(merchant)) {
                    hits.add(Hit.of(entry));
                }
            }
            hits.sort(Comparator.comparing(Hit::at).thenComparing(Hit::transactionId));
            slices.add(new MerchantSlice(change, merchant, hits, true));
        }
        return slices;
    }

    @Provide
    Arbitrary<List<Fact>> facts() {
        Arbitrary<Integer> ids = Arbitraries.integers().between(0, 25);
        Arbitrary<Integer> versions = Arbitraries.integers().between(1, 1_000_000);
        Arbitrary<Integer> minutes = Arbitraries.integers().between(0, 60);
        Arbitrary<Boolean> seldom = Arbitraries.frequency(Tuple.of(4, false), Tuple.of(1, true));
        Arbitrary<Long> amounts = Arbitraries.frequency(
                Tuple.of(4, 1_000L), Tuple.of(4, 1_200L), Tuple.of(2, 900L), Tuple.of(2, 30_000L));
        return Combinators.combine(ids, versions, minutes, seldom, amounts, seldom, seldom)
                .as(Fact::new)
                .list()
                .uniqueElements(fact -> Tuple.of(fact.id(), fact.version()))
                .ofMinSize(1)
                .ofMaxSize(60);
    }
}
