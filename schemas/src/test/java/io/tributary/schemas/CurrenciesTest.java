package io.tributary.schemas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class CurrenciesTest {

    @ParameterizedTest
    @CsvSource({"EUR, 2, 978", "JPY, 0, 392", "KWD, 3, 414", "CLF, 4, 990", "ALL, 2, 8", "XAF, 0, 950"})
    void shouldKnowDecimalsAndNumber(String code, int exponent, int number) {
        assertThat(Currencies.isKnown(code)).isTrue();
        assertThat(Currencies.exponent(code)).isEqualTo(exponent);
        assertThat(Currencies.number(code)).isEqualTo(number);
        assertThat(Currencies.ofNumber(number)).isEqualTo(code);
    }

    @ParameterizedTest
    @ValueSource(strings = {"XAU", "XXX", "XTS", "DEM", "RUR", "eur", "EU", "", "EUR "})
    void shouldKnowNoOthers(String code) {
        assertThat(Currencies.isKnown(code)).isFalse();
        assertThatIllegalArgumentException().isThrownBy(() -> Currencies.exponent(code));
        assertThatIllegalArgumentException().isThrownBy(() -> Currencies.number(code));
        assertThatIllegalArgumentException().isThrownBy(() -> Currencies.index(code));
    }

    @Test
    void shouldKnowNoNull() {
        assertThat(Currencies.isKnown(null)).isFalse();
    }

    @Test
    void shouldGiveEveryCodeItsOwnPlaceAndNumber() {
        assertThat(Currencies.codes()).hasSizeGreaterThan(150).isSorted().doesNotHaveDuplicates();
        for (String code : Currencies.codes()) {
            assertThat(code).matches("[A-Z]{3}");
            assertThat(Currencies.codes().get(Currencies.index(code))).isEqualTo(code);
            assertThat(Currencies.ofNumber(Currencies.number(code))).isEqualTo(code);
        }
        assertThatIllegalArgumentException().isThrownBy(() -> Currencies.ofNumber(280));
    }
}
