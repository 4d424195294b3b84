package io.tributary.api.figures;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.tributary.api.query.MoneyView;
import io.tributary.schemas.Money;
import io.tributary.topologies.kpi.CategorySpend;
import io.tributary.topologies.kpi.Change;
import io.tributary.topologies.kpi.Dashboard;
import io.tributary.topologies.kpi.Dashboard.MonthFigures;
import io.tributary.topologies.kpi.Figures;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a dashboard is made of. */
final class DashboardParts {

    private DashboardParts() {}

    /**
     * How an amount moved.
     *
     * @param amount now minus then
     * @param ratio that by the amount then, as a fraction with four decimals; null when it was nothing then
     */
    record ChangeView(
            MoneyView amount,

            @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable
            BigDecimal ratio) {

        static ChangeView of(Money before, Money now) {
            Change change = Change.of(before, now);
            return new ChangeView(MoneyView.of(change.difference()), change.ratio());
        }
    }

    /**
     * What was spent in a category.
     *
     * @param category primary category
     * @param amount out minus in; negative when refunds prevail
     * @param share of the sum of all positive amounts, as a fraction with four decimals
     * @param count transactions
     * @param previous the amount of the days before
     * @param change against these days
     */
    record CategoryView(
            String category, MoneyView amount, BigDecimal share, long count, MoneyView previous, ChangeView change) {

        static List<CategoryView> of(Dashboard dashboard) {
            return dashboard.categories().stream()
                    .map(spend -> of(spend, before(dashboard, spend)))
                    .toList();
        }

        private static CategoryView of(CategorySpend spend, Money before) {
            return new CategoryView(
                    spend.category(),
                    MoneyView.of(spend.amount()),
                    spend.share(),
                    spend.count(),
                    MoneyView.of(before),
                    ChangeView.of(before, spend.amount()));
        }

        private static Money before(Dashboard dashboard, CategorySpend spend) {
            CategorySpend before = dashboard.categoriesBefore().get(spend.category());
            return before == null ? Money.zero(spend.amount().currency()) : before.amount();
        }
    }

    /** The figures of a month of the trend; {@code partial}: the month is not over. */
    record TrendMonth(
            YearMonth month,
            MoneyView totalIncome,
            MoneyView totalExpenses,
            MoneyView netCashflow,

            @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable
            BigDecimal savingsRate,

            long transactionCount,
            boolean partial) {

        static TrendMonth of(MonthFigures month) {
            return new TrendMonth(
                    month.month(),
                    MoneyView.of(month.figures().income()),
                    MoneyView.of(month.figures().expenses()),
                    MoneyView.of(month.figures().net()),
                    month.figures().savingsRate(),
                    month.figures().transactionCount(),
                    month.partial());
        }
    }

    /** The figures of the days that a month is compared with. */
    record PreviousView(
            LocalDate from,
            LocalDate to,
            MoneyView totalIncome,
            MoneyView totalExpenses,
            MoneyView netCashflow,

            @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable
            BigDecimal savingsRate,

            long transactionCount) {

        static PreviousView of(Dashboard dashboard) {
            Figures before = dashboard.before();
            return new PreviousView(
                    dashboard.comparedWith().from(),
                    dashboard.comparedWith().to(),
                    MoneyView.of(before.income()),
                    MoneyView.of(before.expenses()),
                    MoneyView.of(before.net()),
                    before.savingsRate(),
                    before.transactionCount());
        }
    }

    /** How the figures moved; that of the savings rate is a difference of fractions. */
    record ChangesView(
            ChangeView totalIncome,
            ChangeView totalExpenses,
            ChangeView netCashflow,

            @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable
            BigDecimal savingsRate) {

        static ChangesView of(Dashboard dashboard) {
            Figures before = dashboard.before();
            Figures now = dashboard.now();
            return new ChangesView(
                    ChangeView.of(before.income(), now.income()),
                    ChangeView.of(before.expenses(), now.expenses()),
                    ChangeView.of(before.net(), now.net()),
                    Change.of(before.savingsRate(), now.savingsRate()));
        }
    }

    /** A budget against what was spent. */
    record BudgetView(String category, MoneyView limit, MoneyView spent) {}
}
