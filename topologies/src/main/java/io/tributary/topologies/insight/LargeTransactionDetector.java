package io.tributary.topologies.insight;

import io.tributary.avro.LargeTransaction;
import io.tributary.avro.Money;
import io.tributary.avro.Severity;
import io.tributary.topologies.flow.MerchantSlice.Hit;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * LARGE_TRANSACTION: an outflow out of line with what the user usually spends at its merchant.
 *
 * <p>Rule: among the {@link InsightConfig#MEMORY} hits before it at least 6 are outflows of its currency; its amount is
 * at least 50 units; the square root of its amount lies at least 2.5 (sample) standard deviations above their mean; and
 * it exceeds their median by at least 50 units and by a quarter of their mean. Where all earlier amounts are equal there
 * is no deviation to measure and nothing is found: a new price of a subscription is another matter. Constants are whole
 * units of the currency, not converted.
 *
 * <p>Severity NOTICE, from twice the score on WARNING. Effect: amount minus median. Evidence: the transaction.
 */
final class LargeTransactionDetector {

    private final InsightConfig.Large config;

    LargeTransactionDetector(InsightConfig.Large config) {
        this.config = config;
    }

    /** What there is to say of the hit at {@code index} of hits in time order; null when it is not large. */
    @Nullable
    Finding judge(List<Hit> hits, int index) {
        Hit hit = hits.get(index);
        if (hit.inflow() || hit.minor() < config.amountUnits() * Units.of(hit.currency())) {
            return null;
        }
        long[] earlier = earlier(hits, index);
        if (earlier.length < config.earlier() || earlier[0] == earlier[earlier.length - 1]) {
            return null;
        }
        double score = score(earlier, hit.minor());
        long typical = median(earlier);
        if (score < config.score() || !isWorthTelling(hit, hit.minor() - typical, earlier)) {
            return null;
        }
        return finding(hit, typical, earlier.length, score);
    }

    private boolean isWorthTelling(Hit hit, long effect, long[] earlier) {
        // In whole numbers: effect >= percent / 100 * total / count.
        return effect >= config.effectUnits() * Units.of(hit.currency())
                && effect * 100 * earlier.length
                        >= config.effectPercent() * Arrays.stream(earlier).sum();
    }

    private Finding finding(Hit hit, long typical, int comparedWith, double score) {
        return new Finding(
                InsightKind.LARGE_TRANSACTION,
                hit.transactionId(),
                score >= 2 * config.score() ? Severity.WARNING : Severity.NOTICE,
                hit.at(),
                List.of(hit.transactionId()),
                new Money(hit.minor() - typical, hit.currency()),
                new LargeTransaction(
                        new Money(hit.minor(), hit.currency()),
                        new Money(typical, hit.currency()),
                        comparedWith,
                        (float) score));
    }

    /** The amounts to compare with, smallest first. */
    private static long[] earlier(List<Hit> hits, int index) {
        Hit hit = hits.get(index);
        long[] amounts = new long[InsightConfig.MEMORY];
        int count = 0;
        for (int i = Math.max(0, index - InsightConfig.MEMORY); i < index; i++) {
            Hit other = hits.get(i);
            if (!other.inflow() && other.currency().equals(hit.currency())) {
                amounts[count++] = other.minor();
            }
        }
        long[] earlier = Arrays.copyOf(amounts, count);
        Arrays.sort(earlier);
        return earlier;
    }

    private static double score(long[] earlier, long minor) {
        double sum = 0;
        for (long amount : earlier) {
            sum += root(amount);
        }
        double mean = sum / earlier.length;
        double squares = 0;
        for (long amount : earlier) {
            double off = root(amount) - mean;
            squares += off * off;
        }
        return (root(minor) - mean) / Math.sqrt(squares / (earlier.length - 1));
    }

    private static double root(long amount) {
        return Math.sqrt((double) amount);
    }

    /** The median; between two, the middle, a half rounded to even. */
    private static long median(long[] sorted) {
        int middle = sorted.length / 2;
        if (sorted.length % 2 == 1) {
            return sorted[middle];
        }
        long twice = sorted[middle - 1] + sorted[middle];
        long down = twice / 2;
        return twice % 2 == 0 || down % 2 == 0 ? down : down + 1;
    }
}
