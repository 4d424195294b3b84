package io.tributary.api.query;

import io.tributary.avro.AccountKind;
import io.tributary.avro.Bucket;
import io.tributary.avro.ClassifiedTransaction;
import io.tributary.avro.ConfidenceLevel;
import io.tributary.avro.DecidedBy;
import io.tributary.avro.Direction;
import io.tributary.avro.TransactionStatus;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A transaction as it now stands, in lists.
 *
 * @param id the transaction, unique per user
 * @param userId the user
 * @param version counts every change, from 1
 * @param amount how much, positive
 * @param direction which way
 * @param description the statement line
 * @param occurredAt the instant, or the day where no instant is known
 * @param localDay the day it counts for
 * @param accountId the account
 * @param accountKind what kind of account
 * @param mcc merchant category code
 * @param merchantName the merchant for showing
 * @param merchantKey the merchant's stable key
 * @param status whether it is settled
 * @param voided whether it is out of every figure
 * @param source producer or file
 * @param category primary category
 * @param categoryDetail detailed category
 * @param bucket what it counts as
 * @param decidedBy which layer decided the category
 * @param probability how sure that is, 0 to 1
 * @param confidenceLevel the same in words
 * @param needsReview whether somebody should look
 * @param recordedAt when the log took what made this version
 */
public record TransactionView(
        String id,
        String userId,
        long version,
        MoneyView amount,
        Direction direction,
        String description,
        String occurredAt,
        LocalDate localDay,
        @Nullable String accountId,
        @Nullable AccountKind accountKind,
        @Nullable String mcc,
        String merchantName,
        @Nullable String merchantKey,
        TransactionStatus status,
        boolean voided,
        @Nullable String source,
        String category,
        String categoryDetail,
        Bucket bucket,
        DecidedBy decidedBy,
        double probability,
        ConfidenceLevel confidenceLevel,
        boolean needsReview,
        Instant recordedAt) {

    /** The view of a ledger entry. */
    public static TransactionView of(ClassifiedTransaction entry) {
        return new TransactionView(
                entry.getTransactionId(),
                entry.getUserId(),
                entry.getVersion(),
                MoneyView.of(entry.getAmount()),
                entry.getDirection(),
                entry.getDescription(),
                occurredAt(entry),
                entry.getLocalDay(),
                entry.getAccountId(),
                entry.getAccountKind(),
                entry.getMcc(),
                entry.getMerchantName(),
                entry.getMerchantKey().isEmpty() ? null : entry.getMerchantKey(),
                entry.getStatus(),
                entry.getVoided(),
                entry.getSource(),
                entry.getCategory(),
                entry.getCategoryDetail(),
                entry.getBucket(),
                entry.getDecidedBy(),
                Rounded.probability(entry.getProbability()),
                entry.getConfidenceLevel(),
                entry.getNeedsReview(),
                entry.getRecordedAt());
    }

    private static String occurredAt(ClassifiedTransaction entry) {
        Instant at = entry.getOccurredAt();
        return at == null ? entry.getLocalDay().toString() : at.toString();
    }
}
