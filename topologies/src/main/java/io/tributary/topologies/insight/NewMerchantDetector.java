package io.tributary.topologies.insight;

import io.tributary.avro.Money;
import io.tributary.avro.NewMerchant;
import io.tributary.avro.Severity;
import io.tributary.topologies.flow.MerchantSlice.Hit;
import io.tributary.topologies.taxonomy.Taxonomy;
import java.util.List;

/**
 * NEW_MERCHANT: the first transaction at a merchant, in or out; the first by its own time, whatever arrived first. Every
 * merchant of a new user is one.
 *
 * <p>Severity INFO. No effect. Evidence: the transaction.
 */
final class NewMerchantDetector {

    /** What there is to say of a merchant's first hit. */
    Finding judge(Hit first, String merchantKey, String merchantName) {
        return new Finding(
                InsightKind.NEW_MERCHANT,
                merchantKey,
                Severity.INFO,
                first.at(),
                List.of(first.transactionId()),
                null,
                new NewMerchant(
                        merchantName,
                        merchantKey,
                        new Money(first.minor(), first.currency()),
                        Taxonomy.at(first.category()).code()));
    }
}
