package io.tributary.topologies.kpi;

import io.tributary.topologies.totals.MonthTotals;
import io.tributary.topologies.totals.MonthTotals.Cell;
import io.tributary.topologies.totals.Sums;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Rolls totals up to coarser ones, per currency. Everything that is not voided counts, transfers too. */
public enum Rollup {
    /** By local day. */
    DAY {
        @Override
        String key(Cell cell) {
            return cell.day().toString();
        }
    },
    /** By week, named by its Monday. */
    WEEK {
        @Override
        String key(Cell cell) {
            LocalDate monday = cell.day().with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
            return monday.toString();
        }
    },
    /** By calendar month. */
    MONTH {
        @Override
        String key(Cell cell) {
            return YearMonth.from(cell.day()).toString();
        }
    },
    /** By primary category. */
    CATEGORY {
        @Override
        String key(Cell cell) {
            return cell.category().primary();
        }
    };

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
        Map<String, Map<String, Sums>> sums = new TreeMap<>();
        for (MonthTotals month : totals) {
            for (Cell cell : month.cells()) {
                if (period.contains(cell.day())) {
                    sums.computeIfAbsent(key(cell), unused -> new TreeMap<>())
                            .merge(month.currency(), cell.sums(), Sums::plus);
                }
            }
        }
        List<Row> rows = new ArrayList<>();
        sums.forEach((key, byCurrency) -> byCurrency.forEach((currency, sum) -> rows.add(new Row(key, currency, sum))));
        return List.copyOf(rows);
    }

    abstract String key(Cell cell);
}
