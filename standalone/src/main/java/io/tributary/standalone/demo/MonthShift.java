package io.tributary.standalone.demo;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;

/**
 * Moves dates by whole calendar months, so that a household of the past ends last month and keeps its paydays and rent
 * days. A day that the new month lacks becomes its last one.
 *
 * @param months how far, forward when positive
 */
public record MonthShift(long months) {
    /** No move at all. */
    public static final MonthShift NONE = new MonthShift(0);

    /** The shift that brings {@code lastDay} into the month before that of {@code today}. */
    public static MonthShift toEndBefore(LocalDate today, LocalDate lastDay) {
        YearMonth target = YearMonth.from(today).minusMonths(1);
        return new MonthShift(ChronoUnit.MONTHS.between(YearMonth.from(lastDay), target));
    }

    /** The moved date. */
    public LocalDate apply(LocalDate day) {
        return day.plusMonths(months);
    }
}
