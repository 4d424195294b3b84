package io.tributary.topologies.insight;

import io.tributary.avro.DuplicateCharge;
import io.tributary.avro.Money;
import io.tributary.avro.Severity;
import io.tributary.topologies.flow.MerchantSlice.Hit;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * DUPLICATE_CHARGE: the same merchant charged the same amount again within minutes.
 *
 * <p>Rule: among the {@link InsightConfig#MEMORY} hits before an outflow there is one of the same amount and currency at
 * most 10 minutes earlier, and both have a time of day. The later one is the subject, so three equal charges are two
 * findings; of several earlier ones the nearest counts.
 *
 * <p>Severity WARNING. Effect: the amount, which may have to be claimed back. Evidence: the later, the earlier.
 */
final class DuplicateChargeDetector {

    private final InsightConfig.Duplicate config;

    DuplicateChargeDetector(InsightConfig.Duplicate config) {
        this.config = config;
    }

    /** What there is to say of the hit at {@code index} of hits in time order; null when it is no duplicate. */
    @Nullable
    Finding judge(List<Hit> hits, int index, String merchantName) {
        Hit hit = hits.get(index);
        if (hit.inflow() || !hit.timed()) {
            return null;
        }
        for (int i = index - 1; i >= Math.max(0, index - InsightConfig.MEMORY); i--) {
            Hit earlier = hits.get(i);
            Duration apart = Duration.between(earlier.at(), hit.at());
            if (apart.compareTo(config.within()) > 0) {
                return null;
            }
            if (isSameCharge(earlier, hit)) {
                return finding(hit, earlier, apart, merchantName);
            }
        }
        return null;
    }

    private static boolean isSameCharge(Hit earlier, Hit hit) {
        return !earlier.inflow()
                && earlier.timed()
                && earlier.minor() == hit.minor()
                && earlier.currency().equals(hit.currency());
    }

    private static Finding finding(Hit hit, Hit earlier, Duration apart, String merchantName) {
        Money amount = new Money(hit.minor(), hit.currency());
        return new Finding(
                InsightKind.DUPLICATE_CHARGE,
                hit.transactionId(),
                Severity.WARNING,
                hit.at(),
                List.of(hit.transactionId(), earlier.transactionId()),
                amount,
                new DuplicateCharge(amount, merchantName, apart.toSeconds()));
    }
}
