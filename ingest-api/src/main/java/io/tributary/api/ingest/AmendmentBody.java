package io.tributary.api.ingest;

import io.tributary.api.json.Decimal;
import org.jspecify.annotations.Nullable;

/**
 * Fields of a transaction that the user changes; what is not there stays.
 *
 * @param amount how much, in {@code currency}
 * @param currency ISO 4217, with {@code amount}; the transaction's where it is left out
 * @param direction OUTFLOW or INFLOW
 * @param description another description
 * @param occurredAt another instant or day
 * @param merchantName another merchant name
 * @param accountId another account
 * @param voided true to take it out of every figure, false to put it back; alone
 */
public record AmendmentBody(
        @Nullable Decimal amount,
        @Nullable String currency,
        @Nullable String direction,
        @Nullable String description,
        @Nullable String occurredAt,
        @Nullable String merchantName,
        @Nullable String accountId,
        @Nullable Boolean voided) {

    /** Whether it changes anything but {@code voided}. */
    boolean hasFields() {
        return amount != null
                || currency != null
                || direction != null
                || description != null
                || occurredAt != null
                || merchantName != null
                || accountId != null;
    }

    /** The same, the amount in that currency. */
    AmendmentBody in(String otherCurrency) {
        return new AmendmentBody(
                amount, otherCurrency, direction, description, occurredAt, merchantName, accountId, voided);
    }
}
