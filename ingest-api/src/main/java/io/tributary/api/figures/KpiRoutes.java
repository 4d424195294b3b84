package io.tributary.api.figures;

import com.fasterxml.jackson.core.type.TypeReference;
import io.tributary.api.figures.KpiSeries.CashflowMonth;
import io.tributary.api.figures.KpiSeries.ExpensesMonth;
import io.tributary.api.figures.KpiSeries.IncomeMonth;
import io.tributary.api.figures.KpiSeries.SavingsRateMonth;
import io.tributary.api.query.Readings;
import io.tributary.api.query.UserReading;
import io.tributary.api.route.Answer;
import io.tributary.api.route.Param;
import io.tributary.api.route.Request;
import io.tributary.api.route.Route;
import io.tributary.topologies.kpi.BaseCurrency;
import io.tributary.topologies.kpi.Dashboard;
import io.tributary.topologies.kpi.Dashboard.MonthFigures;
import io.tributary.topologies.kpi.Kpis;
import io.tributary.topologies.kpi.Period;
import java.lang.reflect.Type;
import java.time.YearMonth;
import java.util.List;
import java.util.function.Function;

/** The seven KPIs, together and one by one. */
final class KpiRoutes {

    private static final Param<YearMonth> MONTH =
            Param.month("month", "The month; the running one where it is left out.");
    private static final Param<Integer> MONTHS =
            Param.integer("months", 1, 120, Dashboard.TREND_MONTHS, "How many months, the running one the last.");

    private final Readings readings;

    KpiRoutes(Readings readings) {
        this.readings = readings;
    }

    List<Route> routes() {
        return List.of(
                FigureRoutes.get("dashboard", "The seven KPIs of a month, beside the month before")
                        .params(MONTH)
                        .answers(200, DashboardView.class, "The KPIs.")
                        .by(this::dashboard),
                series("income", "Total income by month", new TypeReference<KpiSeries<IncomeMonth>>() {}.getType())
                        .by(request -> series(request, IncomeMonth::of)),
                series(
                                "expenses",
                                "Total expenses by month",
                                new TypeReference<KpiSeries<ExpensesMonth>>() {}.getType())
                        .by(request -> series(request, ExpensesMonth::of)),
                series("cashflow", "Net cash flow by month", new TypeReference<KpiSeries<CashflowMonth>>() {}.getType())
                        .by(request -> series(request, CashflowMonth::of)),
                series(
                                "savings-rate",
                                "Savings rate by month",
                                new TypeReference<KpiSeries<SavingsRateMonth>>() {}.getType())
                        .by(request -> series(request, SavingsRateMonth::of)),
                FigureRoutes.get("kpis/rolling", "Exact sums of the last 24 hours and 7 days")
                        .answers(200, RollingView.class, "By currency, transfers left out.")
                        .by(request -> Answer.ok(RollingView.of(readings.open(request)))));
    }

    private static Route.Builder series(String kpi, String summary, Type type) {
        return FigureRoutes.get("kpis/" + kpi, summary)
                .params(MONTHS)
                .answers(200, type, "Exactly so many months, oldest first.");
    }

    private Answer dashboard(Request request) {
        UserReading reading = readings.open(request);
        YearMonth month = request.find(MONTH).orElse(reading.thisMonth());
        BaseCurrency base = reading.base();
        Kpis kpis = reading.kpis(Period.months(month, Dashboard.TREND_MONTHS), base);
        return Answer.ok(DashboardView.of(kpis.dashboard(month, reading.today()), base, kpis, reading));
    }

    private <M> Answer series(Request request, Function<MonthFigures, M> view) {
        UserReading reading = readings.open(request);
        int count = request.get(MONTHS);
        BaseCurrency base = reading.base();
        Kpis kpis = reading.kpis(Period.months(reading.thisMonth(), count), base);
        List<M> months = kpis.months(reading.thisMonth(), count, reading.today()).stream()
                .map(view)
                .toList();
        return Answer.ok(new KpiSeries<>(
                base.code(), base.assumed(), months, MissingRateView.of(kpis.missingRates()), reading.restating()));
    }
}
