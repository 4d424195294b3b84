package io.tributary.topologies.insight;

import io.tributary.topologies.TestEntries;
import io.tributary.topologies.flow.MerchantSlice.Hit;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Hits for tests: a day apart, named by their place. */
final class TestHits {

    private TestHits() {}

    static List<Hit> daily(long... minors) {
        List<Hit> hits = new ArrayList<>();
        for (long minor : minors) {
            hits.add(hit(TestEntries.entry("t" + hits.size())
                    .minor(minor)
                    .at(TestEntries.NOON.plus(Duration.ofDays(hits.size())))));
        }
        return hits;
    }

    static Hit hit(TestEntries entry) {
        return Hit.of(entry.build());
    }
}
