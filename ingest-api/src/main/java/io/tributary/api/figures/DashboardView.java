package io.tributary.api.figures;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.tributary.api.query.MoneyView;
import io.tributary.api.query.RestatingView;
import io.tributary.api.query.UserReading;
import io.tributary.topologies.kpi.BaseCurrency;
import io.tributary.topologies.kpi.Dashboard;
import io.tributary.topologies.kpi.Kpis;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The seven KPIs of a month.
 *
 * @param month the month
 * @param partial whether it is not over yet
 * @param currency of all amounts
 * @param baseAssumed whether neither the user nor their transactions say that currency
 * @param totalIncome KPI 1
 * @param totalExpenses KPI 2: refunds are taken off, transfers and savings are not in it
 * @param netCashflow KPI 3: income minus expenses
 * @param savingsRate KPI 4: net cash flow by income; null without income
 * @param transactionCount transactions that income or expenses count
 * @param categoryBreakdown KPI 5: what was spent by primary category, most first
 * @param trend KPI 6: the twelve months up to this one, oldest first, zeros included
 * @param budgetVersusActual KPI 7: null while there are no budgets
 * @param budgetVersusActualReason why it is null
 * @param previous the same figures of the month before; of a partial month, of the same days
 * @param change this month minus {@code previous}
 * @param rolling the last 24 hours and 7 days; only for the running month
 * @param missingRates what the amounts leave out
 * @param restating set while a job is restating history
 */
record DashboardView(
        YearMonth month,
        boolean partial,
        String currency,
        boolean baseAssumed,
        MoneyView totalIncome,
        MoneyView totalExpenses,
        MoneyView netCashflow,
        @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable BigDecimal savingsRate,
        long transactionCount,
        List<DashboardParts.CategoryView> categoryBreakdown,
        List<DashboardParts.TrendMonth> trend,
        @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable List<DashboardParts.BudgetView> budgetVersusActual,
        String budgetVersusActualReason,
        DashboardParts.PreviousView previous,
        DashboardParts.ChangesView change,
        @Nullable RollingView rolling,
        List<MissingRateView> missingRates,
        @Nullable RestatingView restating) {

    private static final String NO_BUDGETS = "Budgets cannot be set yet.";

    static DashboardView of(Dashboard dashboard, BaseCurrency base, Kpis kpis, UserReading reading) {
        return new DashboardView(
                dashboard.month(),
                dashboard.partial(),
                base.code(),
                base.assumed(),
                MoneyView.of(dashboard.now().income()),
                MoneyView.of(dashboard.now().expenses()),
                MoneyView.of(dashboard.now().net()),
                dashboard.now().savingsRate(),
                dashboard.now().transactionCount(),
                DashboardParts.CategoryView.of(dashboard),
                dashboard.trend().stream().map(DashboardParts.TrendMonth::of).toList(),
                null,
                NO_BUDGETS,
                DashboardParts.PreviousView.of(dashboard),
                DashboardParts.ChangesView.of(dashboard),
                dashboard.month().equals(reading.thisMonth()) ? RollingView.of(reading) : null,
                MissingRateView.of(kpis.missingRates()),
                reading.restating());
    }
}
