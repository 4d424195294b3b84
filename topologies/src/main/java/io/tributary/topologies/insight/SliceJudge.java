package io.tributary.topologies.insight;

import io.tributary.topologies.flow.MerchantSlice;
import io.tributary.topologies.flow.MerchantSlice.Hit;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** All that there is to say of a merchant's newest hits. */
final class SliceJudge {

    private final LargeTransactionDetector large;
    private final DuplicateChargeDetector duplicate;
    private final NewMerchantDetector newMerchant = new NewMerchantDetector();

    SliceJudge(InsightConfig config) {
        this.large = new LargeTransactionDetector(config.large());
        this.duplicate = new DuplicateChargeDetector(config.duplicate());
    }

    /** What is found on the hits of a span; on the merchant's first hit where the slice shows it. */
    List<Finding> judge(MerchantSlice slice, Span span, String merchantName) {
        List<Hit> hits = slice.hits();
        List<Finding> found = new ArrayList<>();
        if (slice.complete() && !hits.isEmpty()) {
            found.add(first(hits.get(0), slice, merchantName));
        }
        for (int i = span.from(); i < span.to(); i++) {
            add(found, large.judge(hits, i));
            add(found, duplicate.judge(hits, i, merchantName));
        }
        return found;
    }

    /** What there is to say of the merchant's first hit. */
    Finding first(Hit hit, MerchantSlice slice, String merchantName) {
        return newMerchant.judge(hit, slice.merchantKey(), merchantName);
    }

    private static void add(List<Finding> found, @Nullable Finding finding) {
        if (finding != null) {
            found.add(finding);
        }
    }
}
