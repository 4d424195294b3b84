package io.tributary.topologies.merchant;

import io.tributary.topologies.flow.MerchantSlice.Hit;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Adds up hits of one merchant, fed in time order, per currency. */
final class MerchantSums {

    private final Map<String, MerchantTotals> byCurrency = new TreeMap<>();

    MerchantSums(List<MerchantTotals> partial) {
        partial.forEach(sum -> byCurrency.put(sum.currency(), sum));
    }

    void add(String merchantKey, Hit hit) {
        long in = hit.inflow() ? hit.minor() : 0;
        long out = hit.inflow() ? 0 : hit.minor();
        MerchantTotals one = new MerchantTotals(
                merchantKey, hit.currency(), in, hit.inflow() ? 1 : 0, out, hit.inflow() ? 0 : 1, hit.transactionId());
        byCurrency.merge(hit.currency(), one, MerchantSums::plus);
    }

    /** A row per currency, in the order of their codes. */
    List<MerchantTotals> rows() {
        return List.copyOf(byCurrency.values());
    }

    private static MerchantTotals plus(MerchantTotals sum, MerchantTotals next) {
        return new MerchantTotals(
                sum.merchantKey(),
                sum.currency(),
                sum.inflowMinor() + next.inflowMinor(),
                sum.inflowCount() + next.inflowCount(),
                sum.outflowMinor() + next.outflowMinor(),
                sum.outflowCount() + next.outflowCount(),
                next.newestTransactionId());
    }
}
