package io.tributary.topologies.kpi;

import java.time.LocalDate;
import java.time.YearMonth;

/**
 * A stretch of local days.
 *
 * @param from first day
 * @param to last day
 */
public record Period(LocalDate from, LocalDate to) {

    /** A whole calendar month. */
    public static Period of(YearMonth month) {
        return new Period(month.atDay(1), month.atEndOfMonth());
    }

    /** What a month is compared with: the month before, and of it only the days the running month has had. */
    public static Period before(YearMonth month, LocalDate today) {
        YearMonth before = month.minusMonths(1);
        boolean running = month.equals(YearMonth.from(today));
        int last = running ? Math.min(today.getDayOfMonth(), before.lengthOfMonth()) : before.lengthOfMonth();
        return new Period(before.atDay(1), before.atDay(last));
    }

    /** Whether a day is in it. */
    public boolean contains(LocalDate day) {
        return !day.isBefore(from) && !day.isAfter(to);
    }
}
