package io.tributary.api.figures;

import io.tributary.api.query.MoneyView;
import io.tributary.api.query.RestatingView;
import io.tributary.topologies.kpi.CategorySpend;
import io.tributary.topologies.kpi.Summary;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What the last days cost.
 *
 * @param since the first local day
 * @param until the last local day: today
 * @param currency of {@code totals}
 * @param baseAssumed whether neither the user nor their transactions say that currency
 * @param totals spent by primary category, most first; refunds are taken off, transfers and savings are in none
 * @param byCurrency the same without conversion, by the currency that was paid in
 * @param missingRates what {@code totals} leaves out
 * @param restating set while a job is restating history
 */
record SummaryView(
        LocalDate since,
        LocalDate until,
        String currency,
        boolean baseAssumed,
        Map<String, MoneyView> totals,
        Map<String, CurrencySummary> byCurrency,
        List<MissingRateView> missingRates,
        @Nullable RestatingView restating) {

    /**
     * The days in one currency.
     *
     * @param totalIncome income
     * @param totalExpenses expenses
     * @param transactionCount transactions that either counts
     * @param totals spent by primary category, most first
     */
    record CurrencySummary(
            MoneyView totalIncome, MoneyView totalExpenses, long transactionCount, Map<String, MoneyView> totals) {

        static CurrencySummary of(Summary summary) {
            return new CurrencySummary(
                    MoneyView.of(summary.figures().income()),
                    MoneyView.of(summary.figures().expenses()),
                    summary.figures().transactionCount(),
                    amounts(summary.categories()));
        }
    }

    /** Amounts by category, in the order given. */
    static Map<String, MoneyView> amounts(List<CategorySpend> categories) {
        Map<String, MoneyView> amounts = new LinkedHashMap<>();
        categories.forEach(spend -> amounts.put(spend.category(), MoneyView.of(spend.amount())));
        return amounts;
    }

    static Map<String, CurrencySummary> byCurrency(Map<String, Summary> summaries) {
        Map<String, CurrencySummary> views = new TreeMap<>();
        summaries.forEach((currency, summary) -> views.put(currency, CurrencySummary.of(summary)));
        return views;
    }
}
