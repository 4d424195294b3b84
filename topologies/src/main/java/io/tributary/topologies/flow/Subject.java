package io.tributary.topologies.flow;

import io.tributary.avro.AccountKind;
import io.tributary.avro.Direction;
import org.jspecify.annotations.Nullable;

/**
 * What the classifier may look at: the effective transaction, the user's changes already laid over the producer's fact.
 *
 * @param description the statement line as the bank shows it
 * @param merchantName the merchant, where producer or user named it
 * @param direction which way the money went
 * @param amountMinor minor units of {@code currency}, positive
 * @param currency ISO 4217
 * @param accountId the account, where known
 * @param accountKind what kind of account, where known
 * @param mcc ISO 18245 code, where known
 */
public record Subject(
        String description,
        @Nullable String merchantName,
        Direction direction,
        long amountMinor,
        String currency,
        @Nullable String accountId,
        @Nullable AccountKind accountKind,
        @Nullable String mcc) {}
