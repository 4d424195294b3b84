package io.tributary.api.query;

import io.javalin.http.HandlerType;
import io.tributary.api.problem.ProblemException;
import io.tributary.api.query.FigureViews.AggregateView;
import io.tributary.api.query.FigureViews.AggregatesView;
import io.tributary.api.query.FigureViews.SummaryView;
import io.tributary.api.query.FigureViews.SumsView;
import io.tributary.api.route.Answer;
import io.tributary.api.route.Param;
import io.tributary.api.route.Request;
import io.tributary.api.route.Route;
import io.tributary.topologies.kpi.BaseCurrency;
import io.tributary.topologies.kpi.CategorySpend;
import io.tributary.topologies.kpi.Kpis;
import io.tributary.topologies.kpi.Period;
import io.tributary.topologies.kpi.Rollup;
import io.tributary.topologies.kpi.Summary;
import io.tributary.topologies.merchant.MerchantPage;
import io.tributary.topologies.merchant.MerchantTotals;
import io.tributary.topologies.totals.MonthTotals;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Sums of transactions: of the last days, and rolled up. */
final class AggregateRoutes {

    private static final String TAG = "Figures";
    private static final String MERCHANT = "merchant";
    private static final long MOST_DAYS = 3_660;
    private static final Param<Integer> DAYS = Param.integer("days", 1, 3_660, 30, "How many days, today the last.");
    private static final Param<String> BY =
            Param.choice("by", List.of("day", "week", "month", "category", MERCHANT), "month", "What the rows are.");
    private static final Param<LocalDate> FROM = Param.date("from", "First local day; a year before to.");
    private static final Param<LocalDate> TO = Param.date("to", "Last local day; today.");

    private final Readings readings;

    AggregateRoutes(Readings readings) {
        this.readings = readings;
    }

    List<Route> routes() {
        return List.of(
                Route.of(HandlerType.GET, Route.BASE + "/users/{user}/summary", "What was spent on in the last days")
                        .tag(TAG)
                        .params(DAYS)
                        .answers(200, SummaryView.class, "By category in the base currency, and by currency.")
                        .by(this::summary),
                Route.of(HandlerType.GET, Route.BASE + "/users/{user}/aggregates", "Exact counts and sums, rolled up")
                        .tag(TAG)
                        .params(BY, FROM, TO, Paging.LIMIT, Paging.CURSOR)
                        .answers(200, AggregatesView.class, "A page of rows; transfers are in them.")
                        .by(this::aggregates));
    }

    private Answer summary(Request request) {
        UserReading reading = readings.open(request);
        Period period = new Period(reading.today().minusDays(request.get(DAYS) - 1L), reading.today());
        BaseCurrency base = reading.base();
        Kpis kpis = reading.kpis(period, base);
        Map<String, MoneyView> totals = new LinkedHashMap<>();
        for (CategorySpend spend : kpis.categories(period)) {
            totals.put(spend.category(), MoneyView.of(spend.amount()));
        }
        Map<String, SumsView> byCurrency = new TreeMap<>();
        Summary.byCurrency(reading.totals(period), period)
                .forEach((currency, sums) -> byCurrency.put(currency, SumsView.of(sums, currency)));
        return Answer.ok(new SummaryView(
                period.from(),
                base.code(),
                base.assumed(),
                totals,
                byCurrency,
                kpis.missingRates(),
                reading.restating()));
    }

    private Answer aggregates(Request request) {
        UserReading reading = readings.open(request);
        Period period = period(request, reading);
        String by = request.get(BY);
        if (by.equals(MERCHANT)) {
            return merchants(request, reading, period);
        }
        List<MonthTotals> totals = reading.totals(period);
        List<Rollup.Row> rows = Rollup.valueOf(by.toUpperCase(Locale.ROOT)).of(totals, period);
        int from = Paging.page(() -> offset(Paging.cursor(request), rows.size()));
        int to = Math.min(rows.size(), from + request.get(Paging.LIMIT));
        List<AggregateView> page =
                rows.subList(from, to).stream().map(AggregateRoutes::row).toList();
        String next = to < rows.size() ? Integer.toString(to) : null;
        return Answer.ok(new AggregatesView(by, period.from(), period.to(), page, next, reading.restating()));
    }

    private static Answer merchants(Request request, UserReading reading, Period period) {
        MerchantPage page = Paging.page(() -> reading.views()
                .merchants(reading.userId())
                .totals(reading.userId(), period.from(), period.to(), Paging.cursor(request)));
        List<AggregateView> rows =
                page.rows().stream().map(AggregateRoutes::merchantRow).toList();
        return Answer.ok(
                new AggregatesView(MERCHANT, period.from(), period.to(), rows, page.cursor(), reading.restating()));
    }

    private static Period period(Request request, UserReading reading) {
        LocalDate to = request.find(TO).orElse(reading.today());
        LocalDate from = request.find(FROM).orElse(to.minusYears(1).plusDays(1));
        if (from.isAfter(to)) {
            throw ProblemException.invalid("from", "from.order", "from must not be after to");
        }
        if (ChronoUnit.DAYS.between(from, to) > MOST_DAYS) {
            throw ProblemException.invalid("from", "from.range", "from and to may be 10 years apart at most");
        }
        return new Period(from, to);
    }

    private static int offset(@Nullable String cursor, int rows) {
        int offset = cursor == null ? 0 : Integer.parseInt(cursor);
        if (offset < 0 || offset > rows) {
            throw new IllegalArgumentException("not a cursor of this list");
        }
        return offset;
    }

    private static AggregateView row(Rollup.Row row) {
        return new AggregateView(
                row.key(),
                row.currency(),
                FigureViews.money(row.sums().inflowMinor(), row.currency()),
                FigureViews.money(row.sums().outflowMinor(), row.currency()),
                row.sums().inflowCount() + row.sums().outflowCount());
    }

    private static AggregateView merchantRow(MerchantTotals row) {
        return new AggregateView(
                row.merchantKey(),
                row.currency(),
                FigureViews.money(row.inflowMinor(), row.currency()),
                FigureViews.money(row.outflowMinor(), row.currency()),
                (long) row.inflowCount() + row.outflowCount());
    }
}
