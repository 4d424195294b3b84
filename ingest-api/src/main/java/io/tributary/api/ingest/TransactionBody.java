package io.tributary.api.ingest;

import io.tributary.api.json.Decimal;
import org.jspecify.annotations.Nullable;

/**
 * A transaction as a client posts it.
 *
 * @param id the client's id, unique per user; none: one is made
 * @param idempotencyKey gives the id where there is none, and the first content under it stays; ignored beside an id
 * @param userId whose it is; a user may leave it out
 * @param accountId the account
 * @param amount how much, positive, in major units
 * @param currency ISO 4217
 * @param direction OUTFLOW (default) or INFLOW
 * @param description the statement line
 * @param occurredAt an instant (RFC 3339) or a bare date, the user's local day
 * @param mcc merchant category code
 * @param merchantName the merchant
 * @param status POSTED (default) or PENDING
 * @param sourceVersion the client's version; the highest wins whatever comes first
 * @param voided true to take it back
 * @param accountKind CARD, CURRENT, SAVINGS or LOAN
 * @param source producer or file
 */
public record TransactionBody(
        @Nullable String id,
        @Nullable String idempotencyKey,
        @Nullable String userId,
        @Nullable String accountId,
        @Nullable Decimal amount,
        @Nullable String currency,
        @Nullable String direction,
        @Nullable String description,
        @Nullable String occurredAt,
        @Nullable String mcc,
        @Nullable String merchantName,
        @Nullable String status,
        @Nullable Long sourceVersion,
        @Nullable Boolean voided,
        @Nullable String accountKind,
        @Nullable String source) {}
