package io.tributary.api.query;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.tributary.topologies.kpi.CategorySpend;
import io.tributary.topologies.kpi.Change;
import io.tributary.topologies.kpi.MissingRate;
import io.tributary.topologies.totals.Sums;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What clients see of figures. */
final class FigureViews {

    private FigureViews() {}

    /**
     * How a figure moved.
     *
     * @param amount the figure now
     * @param previous the figure of the month before; of a running month, of the same days
     * @param change now minus previous
     * @param changeRatio change / |previous|; none where previous is nothing
     */
    record MovedView(
            MoneyView amount,
            MoneyView previous,
            MoneyView change,
            @Nullable BigDecimal changeRatio) {

        static MovedView of(io.tributary.schemas.Money now, io.tributary.schemas.Money before) {
            Change change = Change.of(before, now);
            return new MovedView(
                    MoneyView.of(now), MoneyView.of(before), MoneyView.of(change.difference()), change.ratio());
        }
    }

    /**
     * A ratio and what it was.
     *
     * @param value (income - expenses) / income; null without income
     * @param previous the same for the month before
     */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record RatioView(@Nullable BigDecimal value, @Nullable BigDecimal previous) {}

    /**
     * What was spent in a category.
     *
     * @param category primary category
     * @param amount out minus in
     * @param share of the sum of all positive amounts
     * @param count transactions
     */
    record CategoryView(String category, MoneyView amount, BigDecimal share, long count) {

        static CategoryView of(CategorySpend spend) {
            return new CategoryView(spend.category(), MoneyView.of(spend.amount()), spend.share(), spend.count());
        }
    }

    /**
     * A month of a trend.
     *
     * @param month the calendar month
     * @param totalIncome income
     * @param totalExpenses expenses
     * @param netCashflow income minus expenses
     * @param savingsRate (income - expenses) / income; null without income
     * @param transactionCount transactions that count for these figures
     * @param partial whether the month is not over
     */
    record TrendView(
            YearMonth month,
            MoneyView totalIncome,
            MoneyView totalExpenses,
            MoneyView netCashflow,

            @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable
            BigDecimal savingsRate,

            long transactionCount,
            boolean partial) {}

    /**
     * All seven KPIs of a month.
     *
     * @param month the month
     * @param currency of all amounts
     * @param baseAssumed whether nobody said that currency
     * @param partial whether the month is not over; it is then compared with the same days of the month before
     * @param totalIncome KPI 1
     * @param totalExpenses KPI 2
     * @param netCashflow KPI 3
     * @param savingsRate KPI 4
     * @param categoryBreakdown KPI 5
     * @param trend KPI 6: the twelve months up to this one
     * @param budgetVersusActual KPI 7; null while there are no budgets
     * @param budgetVersusActualReason why it is null
     * @param missingRates amounts left out because no rate is known
     * @param restating set while a job is restating history
     */
    record DashboardView(
            YearMonth month,
            String currency,
            boolean baseAssumed,
            boolean partial,
            MovedView totalIncome,
            MovedView totalExpenses,
            MovedView netCashflow,
            RatioView savingsRate,
            List<CategoryView> categoryBreakdown,
            List<TrendView> trend,

            @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable
            BudgetView budgetVersusActual,

            String budgetVersusActualReason,
            @JsonInclude(JsonInclude.Include.NON_EMPTY) List<MissingRate> missingRates,
            @Nullable RestatingView restating) {}

    /** A budget against what was spent. */
    record BudgetView(String category, MoneyView limit, MoneyView spent) {}

    /**
     * One KPI month by month.
     *
     * @param currency of all amounts
     * @param baseAssumed whether nobody said that currency
     * @param months exactly as many as asked for, oldest first
     * @param missingRates amounts left out because no rate is known
     * @param restating set while a job is restating history
     */
    record KpiView(
            String currency,
            boolean baseAssumed,
            List<KpiMonthView> months,
            @JsonInclude(JsonInclude.Include.NON_EMPTY) List<MissingRate> missingRates,
            @Nullable RestatingView restating) {}

    /**
     * A month of one KPI; only the KPI that was asked for is set.
     *
     * @param month the calendar month
     * @param totalIncome of kpis/income
     * @param totalExpenses of kpis/expenses
     * @param netCashflow of kpis/cashflow
     * @param savingsRate of kpis/savings-rate; none without income
     * @param transactionCount transactions that count for the figures
     * @param partial whether the month is not over
     */
    record KpiMonthView(
            YearMonth month,
            @Nullable MoneyView totalIncome,
            @Nullable MoneyView totalExpenses,
            @Nullable MoneyView netCashflow,
            @Nullable BigDecimal savingsRate,
            long transactionCount,
            boolean partial) {}

    /**
     * Spending of the last days.
     *
     * @param since the first day
     * @param currency of {@code totals}
     * @param baseAssumed whether nobody said that currency
     * @param totals spent by primary category
     * @param byCurrency counts and sums by currency, transfers left out
     * @param missingRates amounts left out of {@code totals} because no rate is known
     * @param restating set while a job is restating history
     */
    record SummaryView(
            LocalDate since,
            String currency,
            boolean baseAssumed,
            Map<String, MoneyView> totals,
            Map<String, SumsView> byCurrency,
            @JsonInclude(JsonInclude.Include.NON_EMPTY) List<MissingRate> missingRates,
            @Nullable RestatingView restating) {}

    /** Sums of one currency. */
    record SumsView(MoneyView inflow, MoneyView outflow, long count) {

        static SumsView of(Sums sums, String currency) {
            return new SumsView(
                    money(sums.inflowMinor(), currency),
                    money(sums.outflowMinor(), currency),
                    sums.inflowCount() + sums.outflowCount());
        }
    }

    /**
     * A row of an aggregation.
     *
     * @param key day, Monday of the week, month, primary category or merchant key
     * @param currency ISO 4217
     * @param inflow sum of money in
     * @param outflow sum of money out
     * @param count transactions
     */
    record AggregateView(String key, String currency, MoneyView inflow, MoneyView outflow, long count) {}

    /**
     * Rows of an aggregation.
     *
     * @param by what the rows are
     * @param from first day
     * @param to last day
     * @param rows by key, then currency
     * @param next the cursor of the next page; none at the end
     * @param restating set while a job is restating history
     */
    record AggregatesView(
            String by,
            LocalDate from,
            LocalDate to,
            List<AggregateView> rows,
            @Nullable String next,
            @Nullable RestatingView restating) {}

    static MoneyView money(long minor, String currency) {
        return MoneyView.of(new io.tributary.schemas.Money(minor, currency));
    }
}
