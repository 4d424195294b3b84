package io.tributary.api.query;

import io.javalin.http.HandlerType;
import io.tributary.api.route.Answer;
import io.tributary.api.route.Param;
import io.tributary.api.route.Request;
import io.tributary.api.route.Route;
import io.tributary.topologies.flow.Feature;
import io.tributary.topologies.insight.InsightKind;
import io.tributary.topologies.insight.InsightPage;
import io.tributary.topologies.insight.InsightTopology;
import io.tributary.topologies.insight.InsightView.Query;
import io.tributary.topologies.merchant.MerchantTopology;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.SortedSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The findings that a user has, as state. */
final class InsightRoutes {

    private static final String ANY = "ANY";
    private static final List<Feature> FEATURES = List.of(MerchantTopology.FEATURE, InsightTopology.FEATURE);
    private static final Param<Instant> SINCE = Param.instant("since", "Only of what happened then or later.");
    private static final Param<String> TYPE = Param.choice(
            "type",
            Stream.concat(Stream.of(ANY), Arrays.stream(InsightKind.values()).map(Enum::name))
                    .toList(),
            ANY,
            "Only this kind.");

    private final Readings readings;

    InsightRoutes(Readings readings) {
        this.readings = readings;
    }

    /**
     * A page of findings.
     *
     * @param insights newest first, withdrawn ones among them
     * @param next the cursor of the next page; none at the end
     * @param restating set while a job is restating history
     * @param degraded features that are incomplete for the user, as they failed and are being rebuilt or left
     *     transactions out; not there when there are none
     */
    record InsightsView(
            List<InsightBody> insights,
            @Nullable String next,
            @Nullable RestatingView restating,
            @Nullable List<String> degraded) {}

    List<Route> routes() {
        return List.of(Route.of(HandlerType.GET, Route.BASE + "/users/{user}/insights", "What is worth telling")
                .tag("Insights")
                .params(SINCE, TYPE, Paging.LIMIT, Paging.CURSOR)
                .answers(200, InsightsView.class, "A page, newest first.")
                .by(this::page));
    }

    private Answer page(Request request) {
        UserReading reading = readings.open(request);
        SortedSet<String> degraded = reading.degraded(FEATURES);
        String type = request.get(TYPE);
        Query query = new Query(
                request.find(SINCE).orElse(null),
                type.equals(ANY) ? null : InsightKind.valueOf(type),
                request.get(Paging.LIMIT),
                Paging.cursor(request));
        InsightPage page =
                Paging.page(() -> reading.views().insights(reading.userId()).find(reading.userId(), query));
        degraded.addAll(reading.degraded(FEATURES));
        return Answer.ok(new InsightsView(
                page.findings().stream().map(InsightBody::of).toList(),
                page.cursor(),
                reading.restating(),
                degraded.isEmpty() ? null : List.copyOf(degraded)));
    }
}
