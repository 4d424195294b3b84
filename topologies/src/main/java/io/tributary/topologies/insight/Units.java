package io.tributary.topologies.insight;

import java.util.Currency;
import java.util.Map;
import java.util.stream.Collectors;

/** Minor units in a whole unit of a currency. */
final class Units {

    private static final Map<String, Long> MINOR = Currency.getAvailableCurrencies().stream()
            .filter(currency -> currency.getDefaultFractionDigits() >= 0)
            .collect(Collectors.toUnmodifiableMap(
                    Currency::getCurrencyCode, currency -> minor(currency.getDefaultFractionDigits())));

    private Units() {}

    /** 100 for EUR, 1 for JPY; 100 for a currency that this JDK does not know yet. */
    static long of(String currency) {
        return MINOR.getOrDefault(currency, 100L);
    }

    private static long minor(int digits) {
        long units = 1;
        for (int i = 0; i < digits; i++) {
            units *= 10;
        }
        return units;
    }
}
