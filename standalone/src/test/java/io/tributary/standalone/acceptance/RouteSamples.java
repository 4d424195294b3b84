package io.tributary.standalone.acceptance;

import static org.awaitility.Awaitility.await;

import io.tributary.avro.Profile;
import io.tributary.avro.PutProfile;
import io.tributary.avro.UserCommand;
import io.tributary.schemas.Topics;
import io.tributary.schemas.serde.AvroSerializer;
import io.tributary.schemas.serde.SchemaRegistry;
import io.tributary.schemas.serde.SchemaUse;
import io.tributary.schemas.serde.SubjectNames;
import io.tributary.standalone.TestCluster;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A request for every operation of the API, and the user whose data they are about. A new route needs one here. */
final class RouteSamples {
    static final String USER = "routes";

    private static final String COMMAND = "routes-command";
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String BASE = HttpApi.BASE;
    private static final String OF_USER = BASE + "/users/{user}";
    private static final String OWN = "user=" + USER;
    private static final String RULE = "{\"contains\":\"TESCO\",\"category\":\"FOOD_AND_DRINK_GROCERIES\"}";

    private RouteSamples() {}

    /** Gives the user what the samples need, and returns when reads see it and nothing is being restated any more. */
    static void prepare(HttpApi api, TestCluster cluster) {
        List<String> rows = new ArrayList<>();
        Stream.of("read", "amend", "remove", "correct").forEach(id -> rows.add(transaction(id, now())));
        // Twice the same within minutes: that is worth an insight.
        rows.add(transaction("twice", now().minusSeconds(30)));
        rows.add(transaction("paid", now().minus(40, ChronoUnit.DAYS)).replace("OUTFLOW", "INFLOW"));
        done(api.post(BASE + "/transactions?wait=true", "[" + String.join(",", rows) + "]"));
        done(put(api, "/rules/kept", RULE));
        done(put(api, "/rules/gone", RULE));
        done(put(api, "/profile", "{\"base_currency\":\"GBP\",\"time_zone\":\"Europe/London\"}"));
        sendCommand(api, cluster);
        await().atMost(PATIENCE)
                .until(() ->
                        !api.get(HttpApi.user(USER, "transactions/read")).json().has("restating"));
    }

    /** The samples, in an order that works; a name that a sample does not give is the user's. */
    static List<RouteSample> all() {
        return Stream.of(transactions(), figures(), insights(), settings(), rates(), system())
                .flatMap(List::stream)
                .map(sample -> sample.at("user", USER))
                .toList();
    }

    private static List<RouteSample> transactions() {
        String all = "POST " + BASE + "/transactions";
        String one = BASE + "/transactions/{id}";
        String posted = transaction("posted", now());
        return List.of(
                RouteSample.of(all, 202).json(posted),
                RouteSample.of(all, 202).json("[" + posted + "]"),
                RouteSample.of(all, 201).query("wait=true").json(transaction("waited", now())),
                RouteSample.of(all, 200).query("wait=true").json(transaction("read", now().minusSeconds(900))),
                RouteSample.of(all, 200).query("wait=true").json("[" + posted + "]"),
                RouteSample.of("POST " + BASE + "/transactions:stream", 200)
                        .body("application/x-ndjson", transaction("line", now()) + "\n{\n"),
                RouteSample.of("PATCH " + one, 200).at("id", "amend").query(OWN).json("{\"description\":\"LIDL\"}"),
                RouteSample.of("DELETE " + one, 200).at("id", "remove").query(OWN),
                RouteSample.of("POST " + one + "/category", 200)
                        .at("id", "correct")
                        .query(OWN)
                        .json("{\"category\":\"ENTERTAINMENT\",\"apply_to\":\"this\"}"),
                RouteSample.of("GET " + BASE + "/commands/{id}", 200)
                        .at("id", COMMAND)
                        .query(OWN),
                RouteSample.of("GET " + one, 200).at("id", "read").query(OWN),
                RouteSample.of("GET " + OF_USER + "/transactions/{id}", 200).at("id", "amend"),
                get("/transactions").query("limit=3&category=FOOD_AND_DRINK&q=tesco"),
                RouteSample.of("POST " + BASE + "/classify", 200)
                        .json("{\"description\":\"TESCO STORES 3297\",\"amount\":\"12.99\",\"currency\":\"GBP\"}"));
    }

    private static List<RouteSample> figures() {
        return List.of(
                get("/summary").query("days=60"),
                get("/aggregates").query("by=category&detail=true"),
                get("/aggregates").query("by=merchant"),
                get("/dashboard"),
                get("/kpis/income"),
                get("/kpis/expenses"),
                get("/kpis/cashflow"),
                get("/kpis/savings-rate").query("months=3"),
                get("/kpis/rolling"));
    }

    private static List<RouteSample> insights() {
        return List.of(
                get("/insights").query("type=DUPLICATE_CHARGE"),
                get("/insights"),
                get("/insights/stream").header("Last-Event-ID", "0"));
    }

    private static List<RouteSample> settings() {
        String rules = OF_USER + "/rules";
        return List.of(
                get("/profile"),
                RouteSample.of("PUT " + OF_USER + "/profile", 200)
                        .json("{\"base_currency\":\"GBP\",\"time_zone\":\"Europe/London\",\"attention_budget\":3}"),
                RouteSample.of("PUT " + OF_USER + "/categories/{category}/bucket", 200)
                        .at("category", "ENTERTAINMENT")
                        .json("{\"bucket\":\"NEED\"}"),
                RouteSample.of("GET " + BASE + "/categories", 200),
                get("/rules"),
                get("/rules/{id}").at("id", "kept"),
                RouteSample.of("POST " + rules, 201).json(RULE),
                RouteSample.of("PUT " + rules + "/{id}", 200)
                        .at("id", "put")
                        .json("{\"min_amount\":{\"amount\":\"5\",\"currency\":\"GBP\"},\"bucket\":\"WANT\"}"),
                RouteSample.of("DELETE " + rules + "/{id}", 200).at("id", "gone"));
    }

    private static List<RouteSample> rates() {
        return List.of(
                RouteSample.of("PUT " + BASE + "/admin/fx/{date}", 200)
                        .at("date", "2019-02-03")
                        .json("{\"base\":\"EUR\",\"rates\":{\"GBP\":\"0.87\",\"USD\":1.14}}"),
                RouteSample.of("GET " + BASE + "/fx/{date}", 200).at("date", "2019-02-03"));
    }

    private static List<RouteSample> system() {
        return List.of(
                RouteSample.of("GET /health/live", 200),
                RouteSample.of("GET /health/ready", 200),
                RouteSample.of("GET /health/partitions", 200),
                RouteSample.of("GET /metrics", 200),
                RouteSample.of("GET /", 200),
                RouteSample.of("GET /docs", 200),
                RouteSample.of("GET /docs/{file}", 200).at("file", "viewer.js"),
                RouteSample.of("GET /openapi.json", 200));
    }

    private static Instant now() {
        return Instant.now().truncatedTo(ChronoUnit.SECONDS);
    }

    private static RouteSample get(String ofUser) {
        return RouteSample.of("GET " + OF_USER + ofUser, 200);
    }

    private static String transaction(String id, Instant at) {
        return """
                {"user_id":"%s","id":"%s","amount":"12.99","currency":"GBP","description":"TESCO STORES 3297",\
                "direction":"OUTFLOW","account_kind":"CARD","mcc":"5411","occurred_at":"%s"}""".formatted(USER, id, at);
    }

    private static HttpApi.Reply put(HttpApi api, String ofUser, String json) {
        return api.send("PUT", BASE + "/users/" + USER + ofUser, Map.of("Content-Type", "application/json"), json);
    }

    private static void done(HttpApi.Reply reply) {
        if (reply.status() != 200) {
            throw new AssertionError("preparing failed: " + reply.status() + " " + reply.text());
        }
    }

    /** A command whose id is known; of one that is decided at once the API does not say it. */
    private static void sendCommand(HttpApi api, TestCluster cluster) {
        SchemaRegistry registry = SchemaRegistry.connect(Map.of("schema.registry.url", cluster.registryUrl()));
        Profile profile = new Profile("Europe/London", "GBP", null, null, "GB", 2, List.of());
        UserCommand command = new UserCommand(COMMAND, USER, new PutProfile(profile));
        try (AvroSerializer<UserCommand> serializer =
                        new AvroSerializer<>(registry, SubjectNames.TOPIC_RECORD_NAME, SchemaUse.REGISTER);
                RawProducer producer = new RawProducer(cluster, "none")) {
            producer.send(USER, serializer.encode(Topics.EXPENSES_RAW.name(), command));
        }
        // Of the same partition, so it comes after the command.
        done(api.post(BASE + "/transactions?wait=true", "[" + transaction("after", now()) + "]"));
    }
}
