package io.tributary.standalone.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.YearMonth;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MonthShiftTest {
    @ParameterizedTest
    @CsvSource({
        "2026-12-01, 2017-09-08, 110",
        "2026-12-31, 2017-09-30, 110",
        "2026-01-15, 2015-10-11, 122",
        "2017-10-01, 2017-09-30, 0",
        "2017-09-08, 2017-09-08, -1",
    })
    void shouldEndInTheMonthBeforeTheFirstLoad(LocalDate today, LocalDate lastDay, long months) {
        assertThat(MonthShift.toEndBefore(today, lastDay)).isEqualTo(new MonthShift(months));
    }

    @ParameterizedTest
    @CsvSource({
        "2015-01-31, 1, 2015-02-28",
        "2015-01-31, 13, 2016-02-29",
        "2016-02-29, 12, 2017-02-28",
        "2015-01-30, 110, 2024-03-30",
    })
    void shouldTakeTheLastDayOfAShorterMonth(LocalDate day, long months, LocalDate moved) {
        assertThat(new MonthShift(months).apply(day)).isEqualTo(moved);
    }

    @Test
    void shouldNeverMoveADayIntoTheMonthOfTheFirstLoad() {
        LocalDate lastDay = LocalDate.of(2017, 9, 8);
        for (LocalDate today = LocalDate.of(2024, 1, 1); today.getYear() < 2028; today = today.plusDays(1)) {
            LocalDate moved = MonthShift.toEndBefore(today, lastDay).apply(lastDay);
            assertThat(YearMonth.from(moved)).isEqualTo(YearMonth.from(today).minusMonths(1));
        }
    }
}
