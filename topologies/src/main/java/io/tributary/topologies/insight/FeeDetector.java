package io.tributary.topologies.insight;

import io.tributary.avro.ClassifiedTransaction;
import io.tributary.avro.Direction;
import io.tributary.avro.FeeCharged;
import io.tributary.avro.Severity;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * FEE_CHARGED: an outflow in BANK_FEES. A reversed fee is an inflow and takes nothing back: both happened.
 *
 * <p>Severity NOTICE. Effect: the fee. Evidence: the transaction.
 */
final class FeeDetector {

    private static final Map<String, String> WORDS = Map.of(
            "BANK_FEES_ATM_FEES", "ATM fee",
            "BANK_FEES_FOREIGN_TRANSACTION_FEES", "Foreign transaction fee",
            "BANK_FEES_INSUFFICIENT_FUNDS", "Insufficient funds fee",
            "BANK_FEES_INTEREST_CHARGE", "Interest charge",
            "BANK_FEES_OVERDRAFT_FEES", "Overdraft fee");

    /** What there is to say of an entry; null when it is no fee that counts, or no entry. */
    @Nullable
    Finding judge(@Nullable ClassifiedTransaction entry) {
        if (entry == null
                || entry.getVoided()
                || entry.getDirection() != Direction.OUTFLOW
                || !entry.getCategory().equals("BANK_FEES")) {
            return null;
        }
        String category = entry.getCategoryDetail();
        return new Finding(
                InsightKind.FEE_CHARGED,
                entry.getTransactionId(),
                Severity.NOTICE,
                Instant.ofEpochMilli(entry.getSortAt().toEpochMilli()),
                List.of(entry.getTransactionId()),
                entry.getAmount(),
                new FeeCharged(entry.getAmount(), category, WORDS.getOrDefault(category, "Bank fee")));
    }
}
