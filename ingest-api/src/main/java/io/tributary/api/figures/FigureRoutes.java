package io.tributary.api.figures;

import io.javalin.http.HandlerType;
import io.tributary.api.query.Readings;
import io.tributary.api.query.UserReading;
import io.tributary.api.route.Answer;
import io.tributary.api.route.Param;
import io.tributary.api.route.Request;
import io.tributary.api.route.Route;
import io.tributary.topologies.kpi.BaseCurrency;
import io.tributary.topologies.kpi.Kpis;
import io.tributary.topologies.kpi.Period;
import io.tributary.topologies.kpi.Summary;
import java.util.List;
import java.util.stream.Stream;

/** All routes of figures. */
public final class FigureRoutes {

    private static final Param<Integer> DAYS =
            Param.integer("days", 1, 3_660, 30, "How many local days, today the last.");

    private final Readings readings;

    /** Reads through {@code readings}. */
    public FigureRoutes(Readings readings) {
        this.readings = readings;
    }

    /** All of them. */
    public List<Route> routes() {
        Route summary = get("summary", "What was spent on in the last days")
                .params(DAYS)
                .answers(200, SummaryView.class, "By category in the base currency, and by currency.")
                .by(this::summary);
        return Stream.of(List.of(summary), new AggregateRoutes(readings).routes(), new KpiRoutes(readings).routes())
                .flatMap(List::stream)
                .toList();
    }

    /** Starts the description of a route of figures. */
    static Route.Builder get(String path, String summary) {
        return Route.of(HandlerType.GET, Route.BASE + "/users/{user}/" + path, summary)
                .tag("Figures");
    }

    private Answer summary(Request request) {
        UserReading reading = readings.open(request);
        Period period = Period.days(reading.today(), request.get(DAYS));
        BaseCurrency base = reading.base();
        Kpis kpis = reading.kpis(period, base);
        return Answer.ok(new SummaryView(
                period.from(),
                period.to(),
                base.code(),
                base.assumed(),
                SummaryView.amounts(kpis.categories(period)),
                SummaryView.byCurrency(Summary.byCurrency(reading.totals(period), period)),
                MissingRateView.of(kpis.missingRates()),
                reading.restating()));
    }
}
