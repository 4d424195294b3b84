package io.tributary.topologies.insight;

import io.tributary.avro.ClassifiedTransaction;
import io.tributary.topologies.flow.LedgerChange;
import io.tributary.topologies.flow.MerchantSlice;
import io.tributary.topologies.flow.MerchantSlice.Hit;
import org.jspecify.annotations.Nullable;

/**
 * What a change did to one merchant's hits.
 *
 * @param merchantName the merchant's name in the entry that changed
 * @param gone the hit as it was; null when it was none of this merchant's
 * @param come the hit as it is; null when it is none of this merchant's
 */
record Touch(
        String merchantName, @Nullable Hit gone, @Nullable Hit come) {

    static Touch of(MerchantSlice slice) {
        LedgerChange change = slice.change();
        ClassifiedTransaction named = isAt(slice, change.after()) ? change.after() : change.before();
        return new Touch(
                named == null ? slice.merchantKey() : named.getMerchantName(),
                hit(slice, change.before()),
                hit(slice, change.after()));
    }

    /** Whether a hit has gone, or has come back as something else than it was; its category does not count. */
    boolean isAltered() {
        return gone != null && (come == null || !isSameGround(gone, come));
    }

    private static boolean isSameGround(Hit one, Hit other) {
        return one.at().equals(other.at())
                && one.minor() == other.minor()
                && one.inflow() == other.inflow()
                && one.timed() == other.timed()
                && one.currency().equals(other.currency());
    }

    private static @Nullable Hit hit(MerchantSlice slice, @Nullable ClassifiedTransaction entry) {
        return entry == null || entry.getVoided() || !isAt(slice, entry) ? null : Hit.of(entry);
    }

    private static boolean isAt(MerchantSlice slice, @Nullable ClassifiedTransaction entry) {
        return entry != null && slice.merchantKey().equals(entry.getMerchantKey());
    }
}
