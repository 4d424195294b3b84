package io.tributary.api.figures;

import com.fasterxml.jackson.databind.JsonNode;
import io.javalin.Javalin;
import io.tributary.api.auth.Callers;
import io.tributary.api.json.Json;
import io.tributary.api.position.Positions;
import io.tributary.api.query.Readings;
import io.tributary.api.route.Detour;
import io.tributary.api.route.Problems;
import io.tributary.api.route.Route;
import io.tributary.api.route.Router;
import io.tributary.api.streams.Views;
import io.tributary.avro.Bucket;
import io.tributary.avro.Job;
import io.tributary.avro.JobKind;
import io.tributary.avro.state.FeatureMark;
import io.tributary.avro.state.FeaturePhase;
import io.tributary.avro.state.TransactionLine;
import io.tributary.schemas.Money;
import io.tributary.topologies.kpi.FxTable;
import io.tributary.topologies.progress.PositionBoard;
import io.tributary.topologies.state.Keys;
import io.tributary.topologies.state.RowCodec;
import io.tributary.topologies.taxonomy.Taxonomy;
import io.tributary.topologies.totals.CellDelta;
import io.tributary.topologies.totals.MonthRow;
import io.tributary.topologies.totals.MonthRowCodec;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.Stores;

/** The routes of figures over HTTP, in front of stores in memory that a test fills. It is noon of 15 November 2026. */
final class FiguresFixture implements AutoCloseable {

    static final Instant NOON = Instant.parse("2026-11-15T12:00:00Z");
    static final String USER = "u1";

    private final Map<String, KeyValueStore<Bytes, byte[]>> stores = new ConcurrentHashMap<>();
    private final FxTable rates = new FxTable();
    private final HttpClient client = HttpClient.newHttpClient();
    private final Javalin javalin;
    private final List<Route> routes;

    FiguresFixture() {
        Views views = new Views((store, partition) -> store(store), () -> 1);
        Positions positions = new Positions(new PositionBoard(), partition -> OptionalLong.empty());
        Clock clock = Clock.fixed(NOON, ZoneOffset.UTC);
        Readings readings = new Readings(views, positions, rates, ZoneOffset.UTC, "EUR", clock);
        routes = new FigureRoutes(readings).routes();
        Router router =
                new Router(routes, Callers.trusted(), Detour.none(), (route, status, took) -> {}, new Problems());
        javalin = Javalin.create(config -> {
                    config.startup.showJavalinBanner = false;
                    router.install(config);
                })
                .start("127.0.0.1", 0);
    }

    List<Route> routes() {
        return routes;
    }

    FxTable rates() {
        return rates;
    }

    void book(String day, String amount, String currency, String category, Bucket bucket, boolean inflow) {
        LocalDate local = LocalDate.parse(day);
        Bytes key = Keys.totals(Keys.user(USER), YearMonth.from(local), currency);
        MonthRowCodec codec = new MonthRowCodec();
        byte[] stored = store("totals").get(key);
        MonthRow row = stored == null ? MonthRow.EMPTY : codec.decode(stored);
        long minor = Money.parse(amount, currency).minor();
        CellDelta delta = new CellDelta(local, currency, Taxonomy.of(category), bucket, inflow, minor);
        store("totals").put(key, codec.encode(row.with(delta, 1)));
    }

    void out(String day, String amount, String currency) {
        book(day, amount, currency, "FOOD_AND_DRINK_GROCERIES", Bucket.NEED, false);
    }

    void income(String day, String amount, String currency) {
        book(day, amount, currency, "INCOME_WAGES", Bucket.INCOME, true);
    }

    @SuppressWarnings("EnumOrdinal") // The row holds the ordinal.
    void line(String id, Instant at, long minor) {
        TransactionLine line =
                new TransactionLine(minor, "GBP", false, 0, Bucket.NEED.ordinal(), 0, false, true, false);
        store("ledger")
                .put(
                        Keys.time(Keys.user(USER), at, id),
                        new RowCodec<TransactionLine>(TransactionLine.getClassSchema()).encode(line));
    }

    void runningJob(long done, long total) {
        Job job = new Job("job", USER, JobKind.RESTATE_ALL, null, 1L, null, done, total, 0L, NOON, null);
        store("jobs").put(Keys.text('j', Keys.user(USER), "job"), new RowCodec<Job>(Job.getClassSchema()).encode(job));
    }

    void marked(String feature) {
        FeatureMark mark = new FeatureMark(USER, feature, FeaturePhase.WALKING, 1L, 0L, null, null, List.of());
        store("jobs")
                .put(
                        Keys.text('g', Keys.user(USER), feature),
                        new RowCodec<FeatureMark>(FeatureMark.getClassSchema()).encode(mark));
    }

    HttpResponse<String> response(String path) {
        URI uri = URI.create("http://127.0.0.1:" + javalin.port() + "/api/v1/users/" + USER + "/" + path);
        try {
            return client.send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }

    JsonNode get(String path) {
        HttpResponse<String> response = response(path);
        try {
            JsonNode body = Json.mapper().readTree(response.body());
            if (response.statusCode() != 200) {
                throw new AssertionError(path + " answered " + response.statusCode() + " " + body);
            }
            return body;
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    @Override
    public void close() {
        javalin.stop();
    }

    private KeyValueStore<Bytes, byte[]> store(String name) {
        return stores.computeIfAbsent(
                name, key -> Stores.inMemoryKeyValueStore(key).get());
    }
}
