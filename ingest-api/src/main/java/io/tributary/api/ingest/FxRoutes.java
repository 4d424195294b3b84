package io.tributary.api.ingest;

import io.javalin.http.HandlerType;
import io.tributary.api.auth.Access;
import io.tributary.api.json.Decimal;
import io.tributary.api.problem.ProblemException;
import io.tributary.api.problem.ProblemType;
import io.tributary.api.route.Answer;
import io.tributary.api.route.Request;
import io.tributary.api.route.Route;
import io.tributary.avro.FxRates;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The route by which exchange rates come in. */
public final class FxRoutes {

    private final FxLog log;

    /** Appends to {@code log}. */
    public FxRoutes(FxLog log) {
        this.log = log;
    }

    /**
     * What is now known of a day.
     *
     * @param date the day
     * @param base the currency all rates are against
     * @param rates units of each currency for one unit of the base
     */
    public record FxView(LocalDate date, String base, Map<String, String> rates) {}

    /** All of them. */
    public List<Route> routes() {
        return List.of(Route.of(HandlerType.PUT, Route.BASE + "/admin/fx/{date}", "Set a day's exchange rates")
                .tag("Administration")
                .access(Access.OPERATOR)
                .reads(FxRatesBody.class)
                .answers(200, FxView.class, "The log has them; readers see them within a second.")
                .by(this::put));
    }

    private Answer put(Request request) {
        FxRatesBody body = request.body(FxRatesBody.class);
        Map<String, String> texts = new TreeMap<>();
        if (body.rates() != null) {
            body.rates().forEach((currency, rate) -> texts.put(currency, text(rate)));
        }
        FxReader.Result result = FxReader.read(date(request), body.base(), texts);
        if (result instanceof FxReader.Result.Refused refused) {
            throw ProblemException.invalid(refused.errors());
        }
        FxRates rates = ((FxReader.Result.Rates) result).rates();
        Appends.await(log.append(rates));
        return Answer.ok(new FxView(rates.getDay(), rates.getBase(), rates.getRates()));
    }

    private static String text(@org.jspecify.annotations.Nullable Decimal rate) {
        return rate == null ? "" : rate.text();
    }

    private static LocalDate date(Request request) {
        try {
            return LocalDate.parse(request.path("date"));
        } catch (DateTimeException broken) {
            throw ProblemException.of(ProblemType.MALFORMED, "The path must end in a date like 2026-11-30.");
        }
    }
}
