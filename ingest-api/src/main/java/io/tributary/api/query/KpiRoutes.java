package io.tributary.api.query;

import io.javalin.http.HandlerType;
import io.tributary.api.query.FigureViews.CategoryView;
import io.tributary.api.query.FigureViews.DashboardView;
import io.tributary.api.query.FigureViews.KpiMonthView;
import io.tributary.api.query.FigureViews.KpiView;
import io.tributary.api.query.FigureViews.MovedView;
import io.tributary.api.query.FigureViews.RatioView;
import io.tributary.api.query.FigureViews.TrendView;
import io.tributary.api.route.Answer;
import io.tributary.api.route.Param;
import io.tributary.api.route.Request;
import io.tributary.api.route.Route;
import io.tributary.topologies.kpi.BaseCurrency;
import io.tributary.topologies.kpi.Figures;
import io.tributary.topologies.kpi.Kpis;
import io.tributary.topologies.kpi.Period;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;

/** The seven KPIs, together and one by one. */
final class KpiRoutes {

    private static final String TAG = "Figures";
    private static final int TREND = 12;
    private static final String NO_BUDGETS = "There are no budgets yet.";
    private static final Param<YearMonth> MONTH =
            Param.month("month", "The month; the running one where it is left out.");
    private static final Param<Integer> MONTHS =
            Param.integer("months", 1, 120, TREND, "How many months, the running one the last.");

    private final Readings readings;

    KpiRoutes(Readings readings) {
        this.readings = readings;
    }

    private enum Kpi {
        INCOME("income", "Total income by month"),
        EXPENSES("expenses", "Total expenses by month"),
        CASHFLOW("cashflow", "Net cash flow by month"),
        SAVINGS_RATE("savings-rate", "Savings rate by month");

        private final String path;
        private final String summary;

        Kpi(String path, String summary) {
            this.path = path;
            this.summary = summary;
        }

        KpiMonthView view(YearMonth month, Figures figures, boolean partial) {
            return new KpiMonthView(
                    month,
                    this == INCOME ? MoneyView.of(figures.income()) : null,
                    this == EXPENSES ? MoneyView.of(figures.expenses()) : null,
                    this == CASHFLOW ? MoneyView.of(figures.net()) : null,
                    this == SAVINGS_RATE ? figures.savingsRate() : null,
                    figures.transactionCount(),
                    partial);
        }
    }

    List<Route> routes() {
        List<Route> routes = new ArrayList<>();
        routes.add(Route.of(HandlerType.GET, Route.BASE + "/users/{user}/dashboard", "The seven KPIs of a month")
                .tag(TAG)
                .params(MONTH)
                .answers(200, DashboardView.class, "The KPIs, each with the month before.")
                .by(this::dashboard));
        for (Kpi kpi : Kpi.values()) {
            routes.add(Route.of(HandlerType.GET, Route.BASE + "/users/{user}/kpis/" + kpi.path, kpi.summary)
                    .tag(TAG)
                    .params(MONTHS)
                    .answers(200, KpiView.class, "Exactly so many months, oldest first.")
                    .by(request -> kpi(request, kpi)));
        }
        return routes;
    }

    private Answer dashboard(Request request) {
        UserReading reading = readings.open(request);
        YearMonth month = request.find(MONTH).orElse(reading.thisMonth());
        BaseCurrency base = reading.base();
        YearMonth first = month.minusMonths(TREND - 1L);
        Kpis kpis = reading.kpis(new Period(first.atDay(1), month.atEndOfMonth()), base);
        Figures now = kpis.figures(Period.of(month));
        Figures before = kpis.figures(Period.before(month, reading.today()));
        return Answer.ok(new DashboardView(
                month,
                base.code(),
                base.assumed(),
                isPartial(month, reading),
                MovedView.of(now.income(), before.income()),
                MovedView.of(now.expenses(), before.expenses()),
                MovedView.of(now.net(), before.net()),
                new RatioView(now.savingsRate(), before.savingsRate()),
                kpis.categories(Period.of(month)).stream().map(CategoryView::of).toList(),
                trend(kpis, first, month, reading),
                null,
                NO_BUDGETS,
                kpis.missingRates(),
                reading.restating()));
    }

    private Answer kpi(Request request, Kpi kpi) {
        UserReading reading = readings.open(request);
        YearMonth last = reading.thisMonth();
        YearMonth first = last.minusMonths(request.get(MONTHS) - 1L);
        BaseCurrency base = reading.base();
        Kpis kpis = reading.kpis(new Period(first.atDay(1), last.atEndOfMonth()), base);
        List<KpiMonthView> months = new ArrayList<>();
        for (YearMonth month = first; !month.isAfter(last); month = month.plusMonths(1)) {
            months.add(kpi.view(month, kpis.figures(Period.of(month)), isPartial(month, reading)));
        }
        return Answer.ok(new KpiView(base.code(), base.assumed(), months, kpis.missingRates(), reading.restating()));
    }

    private static List<TrendView> trend(Kpis kpis, YearMonth first, YearMonth last, UserReading reading) {
        List<TrendView> trend = new ArrayList<>();
        for (YearMonth month = first; !month.isAfter(last); month = month.plusMonths(1)) {
            Figures figures = kpis.figures(Period.of(month));
            trend.add(new TrendView(
                    month,
                    MoneyView.of(figures.income()),
                    MoneyView.of(figures.expenses()),
                    MoneyView.of(figures.net()),
                    figures.savingsRate(),
                    figures.transactionCount(),
                    isPartial(month, reading)));
        }
        return trend;
    }

    private static boolean isPartial(YearMonth month, UserReading reading) {
        return !month.isBefore(reading.thisMonth());
    }
}
