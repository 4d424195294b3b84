package io.tributary.schemas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.RoundingMode;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class MoneyTest {

    @Provide
    Arbitrary<String> currencies() {
        return Arbitraries.of(Currencies.codes());
    }

    @ParameterizedTest
    @CsvSource({
        "12.99, GBP, 1299",
        "-12.99, GBP, -1299",
        "12.9, GBP, 1290",
        "12.990000, GBP, 1299",
        "12, GBP, 1200",
        "1.2e3, GBP, 120000",
        "0, GBP, 0",
        "0e-400, GBP, 0",
        "1200, JPY, 1200",
        "1.234, KWD, 1234",
        "1.2345, CLF, 12345",
        "92233720368547758.07, EUR, 9223372036854775807",
        "-92233720368547758.08, EUR, -9223372036854775808"
    })
    void shouldReadExactly(String decimal, String currency, long minor) {
        assertThat(Money.read(decimal, currency)).isEqualTo(new MoneyReading.Amount(new Money(minor, currency)));
    }

    @ParameterizedTest
    @CsvSource({
        "12.995, GBP, TOO_MANY_DECIMALS",
        "0.1, JPY, TOO_MANY_DECIMALS",
        "1e-999999999, GBP, TOO_MANY_DECIMALS",
        "1e999999999, GBP, TOO_LARGE",
        "92233720368547758.08, EUR, TOO_LARGE",
        "NaN, GBP, NOT_A_NUMBER",
        "Infinity, GBP, NOT_A_NUMBER",
        "'1,299.00', GBP, NOT_A_NUMBER",
        "0x10, GBP, NOT_A_NUMBER",
        "'', GBP, NOT_A_NUMBER",
        "1e99999999999, GBP, NOT_A_NUMBER",
        "1, gbp, UNKNOWN_CURRENCY",
        "1, XAU, UNKNOWN_CURRENCY",
        "1, DEM, UNKNOWN_CURRENCY"
    })
    void shouldRefuseWhatItCannotKeep(String decimal, String currency, MoneyReading.Rule rule) {
        assertThat(Money.read(decimal, currency)).isEqualTo(new MoneyReading.Refused(rule));
    }

    @Test
    void shouldNotReadATextOfAnyLength() {
        assertThat(Money.read("0".repeat(100_000), "GBP"))
                .isEqualTo(new MoneyReading.Refused(MoneyReading.Rule.NOT_A_NUMBER));
    }

    @Test
    void shouldNotRepeatWhatItCouldNotParse() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Money.parse("secret", "GBP"))
                .withMessage("an amount must be a decimal number");
    }

    @Test
    void shouldWriteAllDecimalsOfTheCurrency() {
        assertThat(new Money(1290, "GBP").format()).isEqualTo("12.90");
        assertThat(new Money(-5, "GBP").format()).isEqualTo("-0.05");
        assertThat(new Money(0, "KWD").format()).isEqualTo("0.000");
        assertThat(new Money(5, "JPY").format()).isEqualTo("5");
    }

    @Property
    void shouldReadWhatItWrites(@ForAll long minor, @ForAll("currencies") String currency) {
        Money money = new Money(minor, currency);
        assertThat(Money.parse(money.format(), currency)).isEqualTo(money);
        assertThat(Money.of(money.toAvro())).isEqualTo(money);
    }

    @Property
    void shouldReadAnyNumberExactlyOrNotAtAll(@ForAll BigDecimal decimal, @ForAll("currencies") String currency) {
        if (Money.read(decimal, currency) instanceof MoneyReading.Amount amount) {
            assertThat(amount.money().decimal()).isEqualByComparingTo(decimal);
        } else {
            int exponent = Currencies.exponent(currency);
            boolean exact = decimal.stripTrailingZeros().scale() <= exponent;
            boolean fits = decimal.movePointRight(exponent).abs().compareTo(BigDecimal.valueOf(Long.MAX_VALUE)) <= 0;
            assertThat(exact && fits).isFalse();
        }
    }

    @Property
    void shouldAddWhatItSubtracts(@ForAll int a, @ForAll int b) {
        Money one = new Money(a, "EUR");
        Money other = new Money(b, "EUR");
        assertThat(one.plus(other).minus(other)).isEqualTo(one);
        assertThat(one.plus(other)).isEqualTo(other.plus(one));
    }

    @Test
    void shouldNotWrapAround() {
        Money most = new Money(Long.MAX_VALUE, "EUR");
        assertThatThrownBy(() -> most.plus(new Money(1, "EUR"))).isInstanceOf(ArithmeticException.class);
        assertThatThrownBy(() -> Money.zero("EUR").minus(new Money(Long.MIN_VALUE, "EUR")))
                .isInstanceOf(ArithmeticException.class);
        assertThatThrownBy(() -> most.times(BigDecimal.TEN, "EUR")).isInstanceOf(ArithmeticException.class);
    }

    @Test
    void shouldNotMixCurrencies() {
        assertThatIllegalArgumentException().isThrownBy(() -> Money.zero("EUR").plus(Money.zero("GBP")));
        assertThatIllegalArgumentException().isThrownBy(() -> Money.zero("EUR").minus(Money.zero("GBP")));
    }

    @Test
    void shouldRoundHalfToEven() {
        BigDecimal half = new BigDecimal("0.5");
        assertThat(new Money(1, "EUR").times(half, "EUR").minor()).isZero();
        assertThat(new Money(3, "EUR").times(half, "EUR").minor()).isEqualTo(2);
        assertThat(new Money(-3, "EUR").times(half, "EUR").minor()).isEqualTo(-2);
    }

    @Test
    void shouldMindTheDecimalsOfBothCurrencies() {
        assertThat(new Money(1000, "GBP").times(new BigDecimal("190.55"), "JPY"))
                .isEqualTo(new Money(1906, "JPY"));
        assertThat(new Money(1, "JPY").times(new BigDecimal("0.0025"), "KWD")).isEqualTo(new Money(2, "KWD"));
    }

    @Property
    void shouldRoundOnlyOnce(
            @ForAll @LongRange(min = -1_000_000_000, max = 1_000_000_000) long minor,
            @ForAll @LongRange(min = 1, max = 100_000_000) long rateMicros) {
        BigDecimal rate = BigDecimal.valueOf(rateMicros, 6);
        assertThat(BigDecimal.valueOf(new Money(minor, "EUR").times(rate, "USD").minor()))
                .isEqualTo(BigDecimal.valueOf(minor).multiply(rate).setScale(0, RoundingMode.HALF_EVEN));
    }
}
