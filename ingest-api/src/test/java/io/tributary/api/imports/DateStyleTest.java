package io.tributary.api.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DateStyleTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2014-01-22 | 2014-01-22",
                "2013/01/17 | 2013-01-17",
                "20121115 | 2012-11-15",
                "22.01.2014 | 2014-01-22",
                "22.01.14 | 2014-01-22",
                "16-11-2012 | 2012-11-16",
                "22/01/2014 | 2014-01-22",
                "1/30/2014 | 2014-01-30",
                "07 Nov 2013 | 2013-11-07",
                "30 Okt. 2013 | 2013-10-30",
                "30 october 2013 | 2013-10-30",
                "28-Oct-10 | 2010-10-28",
                "2002-09-10T23:00:04 | 2002-09-10",
                "2002-09-10 23:00 | 2002-09-10",
                "20091224120000[0:GMT] | 2009-12-24",
                "31/12/2025, 10:15 | 2025-12-31",
            })
    void shouldReadTheDatesOfBanks(String cell, LocalDate day) {
        assertThat(DateStyle.detect(List.of(cell)))
                .isInstanceOfSatisfying(
                        DateStyle.Reading.Found.class,
                        found -> assertThat(found.style().read(cell)).contains(day));
        assertThat(DateStyle.isDate(cell)).isTrue();
    }

    @Test
    void shouldLetOneClearDateDecideForAll() {
        assertThat(DateStyle.detect(List.of("01/02/2026", "13/02/2026", "")))
                .isInstanceOfSatisfying(
                        DateStyle.Reading.Found.class,
                        found -> assertThat(found.style().read("01/02/2026")).contains(LocalDate.of(2026, 2, 1)));
    }

    @Test
    void shouldNotGuessWhichNumberIsTheMonth() {
        assertThat(DateStyle.detect(List.of("01/02/2026", "03/04/2026")))
                .isEqualTo(new DateStyle.Reading.Ambiguous("d/M/yyyy", "M/d/yyyy"));
        assertThat(DateStyle.detect(List.of("05/05/2026"))).isInstanceOf(DateStyle.Reading.Found.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Datum", "31.06.2026", "2026-13-01", "12.50", "00075757575", "Central"})
    void shouldReadNoDateWhereThereIsNone(String cell) {
        assertThat(DateStyle.detect(List.of(cell))).isEqualTo(new DateStyle.Reading.None());
        assertThat(DateStyle.isDate(cell)).isFalse();
    }

    @Test
    void shouldTakeAPatternOfAPerson() {
        assertThat(DateStyle.of("dd/MM/yyyy").read("03/04/2026")).contains(LocalDate.of(2026, 4, 3));
        assertThatThrownBy(() -> DateStyle.of("HH:mm")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> DateStyle.of("dd/MM")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> DateStyle.of("bogus")).isInstanceOf(IllegalArgumentException.class);
    }
}
