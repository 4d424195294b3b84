package io.tributary.topologies.kpi;

import io.tributary.topologies.totals.MonthTotals;
import io.tributary.topologies.totals.MonthTotals.Cell;
import io.tributary.topologies.totals.Sums;
import java.time.DayOfWeek;
import java.time.YearMonth;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * Rolls totals up to coarser ones, per currency and without conversion. Everything that is not voided counts, transfers
 * too: these are the sums of what is in the ledger, not what it means.
 */
public enum Rollup {
    /** By local day. */
    DAY,
    /** By week, named by its Monday; at the ends of a period, only the week's days in the period. */
    WEEK,
    /** By calendar month. */
    MONTH,
    /** By primary category. */
    CATEGORY,
    /** By detailed category. */
    CATEGORY_DETAIL;

    /**
     * A row.
     *
     * @param key day, Monday, month or category
     * @param currency ISO 4217
     * @param sums counts and sums
     */
    public record Row(String key, String currency, Sums sums) {}

    /** The rows of a period, by key, then currency. */
    public List<Row> of(List<MonthTotals> totals, Period period) {
        return of(totals, period, cell -> true);
    }

    /** The rows of the cells of a period that pass {@code filter}, by key, then currency. */
    public List<Row> of(List<MonthTotals> totals, Period period, Predicate<Cell> filter) {
        Map<String, Map<String, Sums>> sums = new TreeMap<>();
        period.cells(totals, (currency, cell) -> {
            if (filter.test(cell)) {
                sums.computeIfAbsent(key(cell), unused -> new TreeMap<>()).merge(currency, cell.sums(), Sums::plus);
            }
        });
        List<Row> rows = new ArrayList<>();
        sums.forEach(
                (name, byCurrency) -> byCurrency.forEach((currency, sum) -> rows.add(new Row(name, currency, sum))));
        return List.copyOf(rows);
    }

    private String key(Cell cell) {
        return switch (this) {
            case DAY -> cell.day().toString();
            case WEEK ->
                cell.day()
                        .with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY))
                        .toString();
            case MONTH -> YearMonth.from(cell.day()).toString();
            case CATEGORY -> cell.category().primary();
            case CATEGORY_DETAIL -> cell.category().code();
        };
    }
}
