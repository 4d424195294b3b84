package io.tributary.topologies.kpi;

import io.tributary.schemas.Currencies;
import io.tributary.schemas.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Adds up amounts in one currency: each day's total of a currency times the day's rate, exactly, and rounded once when
 * the sum is read. Remembers what it had to leave out. For one answer.
 */
final class Converter {

    private final String base;
    private final Conversion conversion;
    private final Map<String, MissingRate> missing = new TreeMap<>();

    Converter(String base, Conversion conversion) {
        this.base = base;
        this.conversion = conversion;
    }

    /** A day's total in the base currency, unrounded; zero where no rate is known. A total of nothing misses no rate. */
    BigDecimal convert(LocalDate day, String currency, long minor) {
        BigDecimal amount = BigDecimal.valueOf(minor, Currencies.exponent(currency));
        if (currency.equals(base) || minor == 0) {
            return amount;
        }
        Optional<BigDecimal> rate = conversion.rate(day, currency, base);
        if (rate.isEmpty()) {
            missing.merge(currency, MissingRate.on(day, currency), MissingRate::and);
            return BigDecimal.ZERO;
        }
        return amount.multiply(rate.get());
    }

    /** An exact sum as money, rounded half to even. */
    Money money(BigDecimal sum) {
        int exponent = Currencies.exponent(base);
        BigDecimal minor = sum.setScale(exponent, RoundingMode.HALF_EVEN).movePointRight(exponent);
        return new Money(minor.longValueExact(), base);
    }

    /** What was left out so far, by currency. */
    List<MissingRate> missing() {
        return List.copyOf(missing.values());
    }
}
