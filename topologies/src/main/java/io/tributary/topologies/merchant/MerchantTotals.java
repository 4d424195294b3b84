package io.tributary.topologies.merchant;

/**
 * What went to and came from one merchant in one currency.
 *
 * @param merchantKey the merchant
 * @param currency ISO 4217
 * @param inflowMinor sum of inflows in minor units
 * @param inflowCount number of inflows
 * @param outflowMinor sum of outflows in minor units
 * @param outflowCount number of outflows
 * @param newestTransactionId the newest of these transactions, whose entry names the merchant
 */
public record MerchantTotals(
        String merchantKey,
        String currency,
        long inflowMinor,
        int inflowCount,
        long outflowMinor,
        int outflowCount,
        String newestTransactionId) {}
