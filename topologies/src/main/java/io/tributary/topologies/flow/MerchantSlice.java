package io.tributary.topologies.flow;

import io.tributary.avro.ClassifiedTransaction;
import io.tributary.avro.Direction;
import io.tributary.avro.TransactionStatus;
import io.tributary.topologies.taxonomy.Taxonomy;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * A merchant's newest hits after a change, for detectors that are pure functions of it.
 *
 * @param change the change that touched the merchant
 * @param merchantKey the merchant
 * @param hits its newest hits in time order, oldest first, at most 48, voided ones left out
 * @param complete whether these are all hits the merchant has
 */
public record MerchantSlice(LedgerChange change, String merchantKey, List<Hit> hits, boolean complete)
        implements Reached {

    @Override
    public Reach reach() {
        return change.reach();
    }

    /**
     * One transaction at a merchant.
     *
     * @param transactionId the transaction
     * @param at its instant
     * @param localDay the day it counts for
     * @param minor minor units, positive
     * @param currency ISO 4217
     * @param inflow true for money in
     * @param category index of the detailed category
     * @param timed false when only the day is known, so that {@code at} is a midnight
     * @param pending true while the bank has not settled it
     */
    public record Hit(
            String transactionId,
            Instant at,
            LocalDate localDay,
            long minor,
            String currency,
            boolean inflow,
            int category,
            boolean timed,
            boolean pending) {

        /** The hit that an entry is, if it is in any figure; instants in the milliseconds that rows hold. */
        public static Hit of(ClassifiedTransaction entry) {
            return new Hit(
                    entry.getTransactionId(),
                    Instant.ofEpochMilli(entry.getSortAt().toEpochMilli()),
                    entry.getLocalDay(),
                    entry.getAmount().getMinor(),
                    entry.getAmount().getCurrency(),
                    entry.getDirection() == Direction.INFLOW,
                    Taxonomy.of(entry.getCategoryDetail()).index(),
                    entry.getOccurredAt() != null,
                    entry.getStatus() == TransactionStatus.PENDING);
        }
    }
}
