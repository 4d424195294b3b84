package io.tributary.topologies.insight;

import io.tributary.topologies.flow.MerchantSlice;
import io.tributary.topologies.flow.MerchantSlice.Hit;
import java.util.List;

/**
 * The hits of a slice that are judged after a change; what was found on the others still holds.
 *
 * <p>What is found on a hit depends on the {@link InsightConfig#MEMORY} hits before it and on nothing else. So only hits
 * that have those in the slice can be judged (in a complete slice that is each), and one that has come concerns itself
 * and as many after it. When one goes, an older one may come into sight: all are judged.
 *
 * @param from place of the first
 * @param to place after the last
 */
record Span(int from, int to) {

    static Span of(MerchantSlice slice, Touch touch) {
        int size = slice.hits().size();
        int first = slice.complete() ? 0 : InsightConfig.MEMORY;
        Hit come = touch.come();
        if (come == null || touch.isAltered()) {
            return new Span(first, size);
        }
        int place = place(slice, come.transactionId());
        if (place < 0) {
            return new Span(0, 0);
        }
        return new Span(Math.max(first, place), Math.min(size, place + InsightConfig.MEMORY + 1));
    }

    boolean contains(int place) {
        return from <= place && place < to;
    }

    /** The place of a transaction in a slice, looked for from the newest; -1 where it is not there. */
    static int place(MerchantSlice slice, String transactionId) {
        List<Hit> hits = slice.hits();
        for (int i = hits.size() - 1; i >= 0; i--) {
            if (hits.get(i).transactionId().equals(transactionId)) {
                return i;
            }
        }
        return -1;
    }
}
