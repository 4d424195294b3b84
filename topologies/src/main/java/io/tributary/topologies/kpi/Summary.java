package io.tributary.topologies.kpi;

import io.tributary.topologies.totals.MonthTotals;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The figures of a period in one currency as it was paid in, by the rules of {@link Kpis} and without any conversion.
 *
 * @param figures income and expenses
 * @param categories what was spent by primary category, most first
 */
public record Summary(Figures figures, List<CategorySpend> categories) {

    /** By currency; only currencies in which something happened in these days. */
    public static Map<String, Summary> byCurrency(List<MonthTotals> totals, Period period) {
        Map<String, List<MonthTotals>> months = totals.stream()
                .collect(Collectors.groupingBy(MonthTotals::currency, TreeMap::new, Collectors.toList()));
        Map<String, Summary> summaries = new TreeMap<>();
        months.forEach((currency, its) -> {
            Kpis kpis = new Kpis(its, currency, Conversion.none());
            Figures figures = kpis.figures(period);
            if (figures.transactionCount() > 0) {
                summaries.put(currency, new Summary(figures, kpis.categories(period)));
            }
        });
        return summaries;
    }
}
