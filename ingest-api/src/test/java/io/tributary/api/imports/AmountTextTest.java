package io.tributary.api.imports;

import static org.assertj.core.api.Assertions.assertThat;

import io.tributary.api.imports.AmountText.Decimals;
import java.math.BigDecimal;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AmountTextTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "12.50 | 12.50",
                "-12.50 | -12.50",
                "+12.50 | 12.50",
                "1,234.50 | 1234.50",
                "12,34,567.00 | 1234567.00",
                "£1,000.00 | 1000.00",
                "- $21.59 | -21.59",
                "$-21.59 | -21.59",
                "(12.00) | -12.00",
                "12.00- | -12.00",
                "12.00 CR | 12.00",
                "12.00 DR | -12.00",
                "12.00 EUR | 12.00",
                "−12.00 | -12.00",
                "1'234.50 | 1234.50",
                ".50 | 0.50",
                "5 | 5",
            })
    void shouldReadWithADecimalPoint(String cell, BigDecimal amount) {
        assertThat(AmountText.read(cell, Decimals.POINT)).contains(amount);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "12,50 | 12.50",
                "-1.234,50 | -1234.50",
                "1 234,50 | 1234.50",
                "1\u00a0234,50\u00a0€ | 1234.50",
                "+120,00 | 120.00",
                "12,00- | -12.00",
                "1.234.567 | 1234567",
            })
    void shouldReadWithADecimalComma(String cell, BigDecimal amount) {
        assertThat(AmountText.read(cell, Decimals.COMMA)).contains(amount);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "-", "abc", "--5", "(5", "5)", "-(5)", "1.2.3", "1,23.4", "5 - 6", "1e5", "NaN", "12.5.0"})
    void shouldReadNoAmountWhereThereIsNone(String cell) {
        assertThat(AmountText.read(cell, Decimals.POINT)).isEmpty();
    }

    @Test
    void shouldFindOutWhatStandsBeforeTheDecimals() {
        assertThat(AmountText.detect(List.of("1.234", "5,50"))).isEqualTo(new AmountText.Reading.Found(Decimals.COMMA));
        assertThat(AmountText.detect(List.of("1,234", "5.50"))).isEqualTo(new AmountText.Reading.Found(Decimals.POINT));
        assertThat(AmountText.detect(List.of("5", "7"))).isEqualTo(new AmountText.Reading.Found(Decimals.POINT));
    }

    @Test
    void shouldNotGuessWhetherAPointGroupsThousands() {
        assertThat(AmountText.detect(List.of("1.234", "2.500"))).isEqualTo(new AmountText.Reading.Ambiguous());
        assertThat(AmountText.detect(List.of("1,234"))).isEqualTo(new AmountText.Reading.Ambiguous());
    }

    @Property
    void shouldReadWhatABankWrites(@ForAll @LongRange(min = -1_000_000_000_000L, max = 1_000_000_000_000L) long minor) {
        BigDecimal amount = BigDecimal.valueOf(minor, 2);
        String english = new DecimalFormat("#,##0.00", DecimalFormatSymbols.getInstance(Locale.UK)).format(amount);
        String german = new DecimalFormat("#,##0.00", DecimalFormatSymbols.getInstance(Locale.GERMANY)).format(amount);
        assertThat(AmountText.read(english, Decimals.POINT)).isEqualTo(Optional.of(amount));
        assertThat(AmountText.read(german, Decimals.COMMA)).isEqualTo(Optional.of(amount));
    }
}
