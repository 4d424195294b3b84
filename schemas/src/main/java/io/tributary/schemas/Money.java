package io.tributary.schemas;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * An exact amount of one currency. Nothing here rounds but {@link #times}, which says how.
 *
 * @param minor minor units of the currency (cents for EUR, yen for JPY), of either sign
 * @param currency ISO 4217 code
 */
public record Money(long minor, String currency) {

    // The longest a 64-bit number of minor units can be, written with sign, point and an exponent.
    private static final int LONGEST_TEXT = 64;
    private static final int LONGEST_LONG = 19;
    private static final int ASCII = 128;

    /** Nothing, in a currency. */
    public static Money zero(String currency) {
        return new Money(0, currency);
    }

    /** The amount in an Avro record. */
    public static Money of(io.tributary.avro.Money money) {
        return new Money(money.getMinor(), money.getCurrency());
    }

    /** Reads a decimal number, such as {@code 12.99}, of a currency's major units; what it cannot keep exactly it refuses. */
    public static MoneyReading read(String decimal, String currency) {
        // BigDecimal also takes the digits of other scripts; no format that carries money here does.
        if (decimal.length() > LONGEST_TEXT || !decimal.chars().allMatch(letter -> letter < ASCII)) {
            return new MoneyReading.Refused(MoneyReading.Rule.NOT_A_NUMBER);
        }
        try {
            return read(new BigDecimal(decimal), currency);
        } catch (NumberFormatException e) {
            return new MoneyReading.Refused(MoneyReading.Rule.NOT_A_NUMBER);
        }
    }

    /** Reads a number of a currency's major units; what it cannot keep exactly it refuses. */
    public static MoneyReading read(BigDecimal decimal, String currency) {
        if (!Currencies.isKnown(currency)) {
            return new MoneyReading.Refused(MoneyReading.Rule.UNKNOWN_CURRENCY);
        }
        int exponent = Currencies.exponent(currency);
        BigDecimal bare = decimal.stripTrailingZeros();
        // Before any arithmetic: 1e999999999 is a short text and a number of a gigabyte.
        if ((long) bare.precision() - bare.scale() + exponent > LONGEST_LONG) {
            return new MoneyReading.Refused(MoneyReading.Rule.TOO_LARGE);
        }
        if (bare.scale() > exponent) {
            return new MoneyReading.Refused(MoneyReading.Rule.TOO_MANY_DECIMALS);
        }
        try {
            long minor = bare.movePointRight(exponent).longValueExact();
            return new MoneyReading.Amount(new Money(minor, currency));
        } catch (ArithmeticException e) {
            return new MoneyReading.Refused(MoneyReading.Rule.TOO_LARGE);
        }
    }

    /**
     * Reads an amount that is known to be well formed, such as a constant.
     *
     * @throws IllegalArgumentException when it is not
     */
    public static Money parse(String decimal, String currency) {
        MoneyReading reading = read(decimal, currency);
        if (reading instanceof MoneyReading.Amount amount) {
            return amount.money();
        }
        throw new IllegalArgumentException(
                "an amount " + ((MoneyReading.Refused) reading).rule().sentence());
    }

    /**
     * The amount in major units.
     *
     * @throws IllegalArgumentException when the currency is unknown
     */
    public BigDecimal decimal() {
        return BigDecimal.valueOf(minor, Currencies.exponent(currency));
    }

    /** The amount as plain decimal text with all the currency's decimals: {@code 12.90}. */
    public String format() {
        return decimal().toPlainString();
    }

    /**
     * The sum.
     *
     * @throws IllegalArgumentException when the currencies differ
     * @throws ArithmeticException when it does not fit
     */
    public Money plus(Money other) {
        return new Money(Math.addExact(minor, sameCurrency(other).minor), currency);
    }

    /**
     * The difference.
     *
     * @throws IllegalArgumentException when the currencies differ
     * @throws ArithmeticException when it does not fit
     */
    public Money minus(Money other) {
        return new Money(Math.subtractExact(minor, sameCurrency(other).minor), currency);
    }

    /**
     * The amount at an exchange rate, rounded once, half to even.
     *
     * @param rate units of {@code target} for one unit of this currency
     * @param target the other currency
     * @throws IllegalArgumentException when a currency is unknown
     * @throws ArithmeticException when it does not fit
     */
    public Money times(BigDecimal rate, String target) {
        BigDecimal exact = decimal().multiply(rate).movePointRight(Currencies.exponent(target));
        return new Money(exact.setScale(0, RoundingMode.HALF_EVEN).longValueExact(), target);
    }

    /** The amount as Avro carries it. */
    public io.tributary.avro.Money toAvro() {
        return new io.tributary.avro.Money(minor, currency);
    }

    private Money sameCurrency(Money other) {
        if (!currency.equals(other.currency)) {
            throw new IllegalArgumentException("amounts of different currencies cannot be added or subtracted");
        }
        return other;
    }
}
