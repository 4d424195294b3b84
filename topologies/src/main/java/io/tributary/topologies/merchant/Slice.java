package io.tributary.topologies.merchant;

import io.tributary.topologies.flow.MerchantSlice.Hit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The newest hits of a merchant, kept in step with the store without reading it. Immutable.
 *
 * @param hits at most {@link MerchantConfig#SLICE}, oldest first
 * @param complete whether the merchant has no others
 */
record Slice(List<Hit> hits, boolean complete) {

    Slice {
        hits = List.copyOf(hits);
    }

    /** The slice after a hit was put, new or over an older state of itself at the same instant. */
    Slice with(Hit hit) {
        int at = Collections.binarySearch(hits, hit, HitRow.TIME_ORDER);
        if (at < 0 && !complete && at == -1) {
            return this;
        }
        List<Hit> next = new ArrayList<>(hits);
        if (at >= 0) {
            next.set(at, hit);
            return new Slice(next, complete);
        }
        next.add(-at - 1, hit);
        if (next.size() <= MerchantConfig.SLICE) {
            return new Slice(next, complete);
        }
        return new Slice(next.subList(1, next.size()), false);
    }

    /**
     * The slice after a hit was removed; null where only the store knows, because the place that came free goes to a hit
     * that is not in the slice.
     */
    @Nullable
    Slice without(Hit hit) {
        if (!complete) {
            return null;
        }
        int at = Collections.binarySearch(hits, hit, HitRow.TIME_ORDER);
        if (at < 0) {
            return this;
        }
        List<Hit> next = new ArrayList<>(hits);
        next.remove(at);
        return new Slice(next, true);
    }
}
