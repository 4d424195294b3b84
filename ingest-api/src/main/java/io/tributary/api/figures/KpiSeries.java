package io.tributary.api.figures;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.tributary.api.query.MoneyView;
import io.tributary.api.query.RestatingView;
import io.tributary.topologies.kpi.Dashboard.MonthFigures;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One KPI month by month.
 *
 * @param <M> what is told of a month
 * @param currency of all amounts
 * @param baseAssumed whether neither the user nor their transactions say that currency
 * @param months exactly as many as asked for, oldest first, zeros included
 * @param missingRates what the amounts leave out
 * @param restating set while a job is restating history
 */
record KpiSeries<M>(
        String currency,
        boolean baseAssumed,
        List<M> months,
        List<MissingRateView> missingRates,
        @Nullable RestatingView restating) {

    /** Total income of a month; {@code partial}: the month is not over. */
    record IncomeMonth(YearMonth month, MoneyView totalIncome, long transactionCount, boolean partial) {

        static IncomeMonth of(MonthFigures month) {
            return new IncomeMonth(
                    month.month(),
                    MoneyView.of(month.figures().income()),
                    month.figures().incomeCount(),
                    month.partial());
        }
    }

    /** Total expenses of a month, refunds taken off; {@code partial}: the month is not over. */
    record ExpensesMonth(YearMonth month, MoneyView totalExpenses, long transactionCount, boolean partial) {

        static ExpensesMonth of(MonthFigures month) {
            return new ExpensesMonth(
                    month.month(),
                    MoneyView.of(month.figures().expenses()),
                    month.figures().expenseCount(),
                    month.partial());
        }
    }

    /** Income minus expenses of a month; {@code partial}: the month is not over. */
    record CashflowMonth(YearMonth month, MoneyView netCashflow, long transactionCount, boolean partial) {

        static CashflowMonth of(MonthFigures month) {
            return new CashflowMonth(
                    month.month(),
                    MoneyView.of(month.figures().net()),
                    month.figures().transactionCount(),
                    month.partial());
        }
    }

    /** (Income - expenses) / income of a month, null without income; {@code partial}: the month is not over. */
    record SavingsRateMonth(
            YearMonth month,

            @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable
            BigDecimal savingsRate,

            long transactionCount,
            boolean partial) {

        static SavingsRateMonth of(MonthFigures month) {
            return new SavingsRateMonth(
                    month.month(),
                    month.figures().savingsRate(),
                    month.figures().transactionCount(),
                    month.partial());
        }
    }
}
