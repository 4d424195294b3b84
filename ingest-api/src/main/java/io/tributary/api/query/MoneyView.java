package io.tributary.api.query;

import io.tributary.schemas.Money;

/**
 * Money as clients see it.
 *
 * @param amount decimal text with all the currency's decimals, e.g. {@code 12.90}
 * @param currency ISO 4217
 */
public record MoneyView(String amount, String currency) {

    /** An exact amount. */
    public static MoneyView of(Money money) {
        return new MoneyView(money.format(), money.currency());
    }

    /** The amount in a record. */
    public static MoneyView of(io.tributary.avro.Money money) {
        return of(Money.of(money));
    }
}
