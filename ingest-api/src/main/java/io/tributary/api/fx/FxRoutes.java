package io.tributary.api.fx;

import io.javalin.http.HandlerType;
import io.tributary.api.auth.Access;
import io.tributary.api.ingest.Appends;
import io.tributary.api.json.Decimal;
import io.tributary.api.problem.ProblemException;
import io.tributary.api.problem.ProblemType;
import io.tributary.api.route.Answer;
import io.tributary.api.route.Request;
import io.tributary.api.route.Route;
import io.tributary.avro.FxRates;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The routes by which exchange rates come in and are looked up. */
public final class FxRoutes {

    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final int DATE_LENGTH = 10;

    private final FxLog log;
    private final FxTail tail;

    /** Appends to {@code log}; {@code tail} reads it back. */
    public FxRoutes(FxLog log, FxTail tail) {
        this.log = log;
        this.tail = tail;
    }

    /**
     * The rates of a day.
     *
     * @param date the day
     * @param bases one entry for each base currency; empty where no rates are of that very day
     */
    record FxDayView(LocalDate date, List<FxBaseView> bases) {}

    /**
     * The rates of a day against one currency.
     *
     * @param base the currency all rates are against
     * @param rates units of each currency for one unit of the base
     */
    record FxBaseView(String base, Map<String, String> rates) {

        static FxBaseView of(String base, Map<String, BigDecimal> rates) {
            Map<String, String> texts = new TreeMap<>();
            rates.forEach((currency, rate) -> texts.put(currency, rate.toPlainString()));
            return new FxBaseView(base, texts);
        }
    }

    /** All of them. */
    public List<Route> routes() {
        return List.of(
                Route.of(HandlerType.PUT, Route.BASE + "/admin/fx/{date}", "Set a day's exchange rates")
                        .tag("Administration")
                        .access(Access.OPERATOR)
                        .reads(FxRatesBody.class)
                        .answers(200, FxDayView.class, "The log has them; the day as it now stands.")
                        .by(this::put),
                Route.of(HandlerType.GET, Route.BASE + "/fx/{date}", "The exchange rates of a day")
                        .tag("Figures")
                        .access(Access.CALLER)
                        .answers(200, FxDayView.class, "Those published for that very day.")
                        .by(request -> Answer.ok(day(date(request)))));
    }

    private Answer put(Request request) {
        LocalDate date = date(request);
        FxRatesBody body = request.body(FxRatesBody.class);
        RateRules.Result result = RateRules.read(date, body.base(), texts(body));
        if (result instanceof RateRules.Result.Refused refused) {
            throw ProblemException.invalid(refused.errors());
        }
        FxRates rates = ((RateRules.Result.Rates) result).rates();
        // Figures asked for after this answer use the rates: on this instance by now, on others within moments.
        tail.await(Appends.await(log.append(rates)), PATIENCE);
        return Answer.ok(day(date));
    }

    private FxDayView day(LocalDate date) {
        return new FxDayView(
                date,
                new TreeMap<>(tail.table().on(date))
                        .entrySet().stream()
                                .map(base -> FxBaseView.of(base.getKey(), base.getValue()))
                                .toList());
    }

    private static Map<String, String> texts(FxRatesBody body) {
        Map<String, String> texts = new TreeMap<>();
        Map<String, Decimal> rates = body.rates() == null ? Map.of() : body.rates();
        rates.forEach((currency, rate) -> texts.put(currency, text(rate)));
        return texts;
    }

    private static String text(@Nullable Decimal rate) {
        return rate == null ? "" : rate.text();
    }

    private static LocalDate date(Request request) {
        String text = request.path("date");
        try {
            if (text.length() == DATE_LENGTH) {
                return LocalDate.parse(text);
            }
        } catch (DateTimeException broken) {
            throw notADate();
        }
        throw notADate();
    }

    private static ProblemException notADate() {
        return ProblemException.of(ProblemType.MALFORMED, "The path must end in a date like 2026-11-30.");
    }
}
