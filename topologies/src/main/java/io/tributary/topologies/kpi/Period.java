package io.tributary.topologies.kpi;

import io.tributary.topologies.totals.MonthTotals;
import io.tributary.topologies.totals.MonthTotals.Cell;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.function.BiConsumer;

/**
 * A stretch of local days.
 *
 * @param from first day
 * @param to last day; before {@code from}, the period is empty
 */
public record Period(LocalDate from, LocalDate to) {

    /** A whole calendar month, with what is dated ahead in it. */
    public static Period of(YearMonth month) {
        return new Period(month.atDay(1), month.atEndOfMonth());
    }

    /** So many calendar months, {@code last} the last of them. */
    public static Period months(YearMonth last, int count) {
        return new Period(last.minusMonths(count - 1L).atDay(1), last.atEndOfMonth());
    }

    /** So many days, {@code last} the last of them. */
    public static Period days(LocalDate last, int count) {
        return new Period(last.minusDays(count - 1L), last);
    }

    /**
     * What a month is compared with: the month before; for the running month, only as many days of it as the running one
     * has had, today included (all of them where it is shorter).
     */
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

    /** Hands on every cell of the period's days, with its currency. */
    void cells(List<MonthTotals> totals, BiConsumer<String, Cell> each) {
        for (MonthTotals month : totals) {
            if (touches(month.month())) {
                for (Cell cell : month.cells()) {
                    if (contains(cell.day())) {
                        each.accept(month.currency(), cell);
                    }
                }
            }
        }
    }

    private boolean touches(YearMonth month) {
        return !month.atEndOfMonth().isBefore(from) && !month.atDay(1).isAfter(to);
    }
}
