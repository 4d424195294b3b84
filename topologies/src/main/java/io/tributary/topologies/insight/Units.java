package io.tributary.topologies.insight;

import io.tributary.schemas.Currencies;

/** Minor units in a whole unit of a currency. */
final class Units {

    private static final long[] POWERS = {1, 10, 100, 1_000, 10_000};
    private static final int USUAL = 2;

    private Units() {}

    /** 100 for EUR, 1 for JPY. History outlives currencies: 100 for one that has been withdrawn since. */
    static long of(String currency) {
        return POWERS[Currencies.isKnown(currency) ? Currencies.exponent(currency) : USUAL];
    }
}
