package io.tributary.benchmarks.load;

import io.tributary.avro.Direction;
import io.tributary.avro.RawTransaction;
import io.tributary.benchmarks.report.Figure;
import io.tributary.benchmarks.stage.Instance;
import io.tributary.benchmarks.stage.Stage;
import io.tributary.benchmarks.workload.Workload;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/**
 * One instance under load: so many posts a second, every fourth read back at once with the token it was given, every
 * twentieth a bank fee whose insight is waited for on the topic, and beside them a tenth as many queries. Then as many
 * queries a second by themselves.
 */
public final class LatencyRun {

    private static final int READ_BACK = 4;
    private static final int FEE = 20;
    private static final int QUERY = 10;
    private static final int[] WARM_UP_SHARES = {8, 4, 2, 1};
    private static final Duration SETTLE = Duration.ofSeconds(3);
    private static final Duration READY = Duration.ofMinutes(1);
    private static final String FEE_LINE = "OVERDRAFT FEE";

    private final Stage stage;
    private final Workload workload;
    private final Clock clock;
    private final Latencies accepted = new Latencies();
    private final Latencies visible = new Latencies();
    private final Latencies insights = new Latencies();
    private final Latencies live = new Latencies();
    private final Latencies aloneLive = new Latencies();
    private final List<Query> queries = queries();
    private final List<Query> alone = queries();

    /** Loads an instance on this stage with facts of the workload. */
    public LatencyRun(Stage stage, Workload workload, Clock clock) {
        this.stage = stage;
        this.workload = workload;
        this.clock = clock;
    }

    private record Query(String name, String path, Latencies latencies) {
        Query(String name, String path) {
            this(name, path, new Latencies());
        }
    }

    private static List<Query> queries() {
        return List.of(
                new Query("summary", "summary?days=30"),
                new Query("transactions", "transactions?limit=50"),
                new Query("kpis", "kpis/expenses?months=12"));
    }

    /**
     * Runs it.
     *
     * @param applicationId the group, on whose state it goes on
     * @param rate posts a second
     * @param seconds of measuring, and of each step of the warm-up before it
     */
    public List<Figure> measure(String applicationId, int rate, int seconds) throws InterruptedException {
        try (Instance server = Instance.start(stage, applicationId);
                ApiClient client = new ApiClient(server.url());
                InsightWatch watch = InsightWatch.start(stage, insights)) {
            client.awaitReady(READY);
            warmUp(client, watch, rate, seconds);
            new OpenLoop(rate, seconds).run((number, due) -> step(client, watch, number, due));
            Thread.sleep(SETTLE.toMillis());
            watch.giveUp();
            client.awaitAnswers(SETTLE);
            warmUpQueries(client, rate, seconds);
            new OpenLoop(rate, seconds).run((number, due) -> ask(client, number, due));
            client.awaitAnswers(SETTLE);
        }
        return figures(rate);
    }

    /**
     * Up to the rate in steps, each of which ends with its last answer: a JVM that still interprets falls behind a load
     * which it carries easily a minute later, and the backlog would be what is measured.
     */
    private void warmUp(ApiClient client, InsightWatch watch, int rate, int seconds) throws InterruptedException {
        for (int share : WARM_UP_SHARES) {
            new OpenLoop(Math.max(1, rate / share), seconds).run((number, due) -> step(client, watch, number, due));
            client.awaitAnswers(SETTLE.multipliedBy(10));
        }
        Thread.sleep(SETTLE.toMillis());
        watch.forget();
        reset();
    }

    /** Ten times as many queries as before: what reads them is compiled anew in the first seconds. */
    private void warmUpQueries(ApiClient client, int rate, int seconds) throws InterruptedException {
        new OpenLoop(rate, seconds).run((number, due) -> ask(client, number, due));
        client.awaitAnswers(SETTLE);
        aloneLive.reset();
        alone.forEach(query -> query.latencies().reset());
    }

    private void step(ApiClient client, InsightWatch watch, long number, long due) {
        RawTransaction fact = workload.next();
        String id = UUID.randomUUID().toString();
        boolean fee = number % FEE == 0;
        if (fee) {
            watch.expect(id, due);
        }
        Consumer<HttpResponse<String>> then = number % READ_BACK == 0
                ? post -> readBack(client, "/users/" + fact.getUserId() + "/transactions/" + id, post, due)
                : post -> {};
        note(client.post(fee ? fee(fact) : fact, id, clock.instant()), accepted, due, 202, then);
        if (number % QUERY == 0) {
            query(client, queries, live, fact.getUserId(), number / QUERY, due);
        }
    }

    private void readBack(ApiClient client, String path, HttpResponse<String> post, long due) {
        String token = post.headers().firstValue("Tributary-Position").orElse("");
        note(client.get(path, token), visible, due, 200, read -> {});
    }

    private void ask(ApiClient client, long number, long due) {
        query(client, alone, aloneLive, workload.next().getUserId(), number, due);
    }

    private static void query(
            ApiClient client, List<Query> kinds, Latencies least, String user, long number, long due) {
        int turn = (int) (number % (kinds.size() + 1));
        if (turn == kinds.size()) {
            note(client.live(), least, due, 200, alive -> {});
        } else {
            Query query = kinds.get(turn);
            note(client.get("/users/" + user + "/" + query.path()), query.latencies(), due, 200, read -> {});
        }
    }

    /** Notes an answer when it comes; the right one leads to more. */
    private static void note(
            CompletableFuture<HttpResponse<String>> answer,
            Latencies latencies,
            long due,
            int expected,
            Consumer<HttpResponse<String>> then) {
        var unused = answer.whenComplete((response, failure) -> {
            if (failure == null && response.statusCode() == expected) {
                latencies.done(due);
                then.accept(response);
            } else {
                latencies.failed();
            }
        });
    }

    private static RawTransaction fee(RawTransaction fact) {
        return RawTransaction.newBuilder(fact)
                .setDescription(FEE_LINE)
                .setDirection(Direction.OUTFLOW)
                .build();
    }

    private void reset() {
        accepted.reset();
        visible.reset();
        insights.reset();
        live.reset();
        queries.forEach(query -> query.latencies().reset());
    }

    private List<Figure> figures(int rate) {
        String load = "%,d/s".formatted(rate);
        List<Figure> figures = new ArrayList<>();
        figures.addAll(accepted.figures("latency/post-to-accepted", live, "to /health/live; " + load));
        figures.addAll(visible.figures("latency/post-to-query", accepted, "to accepted; must p99 50; " + load));
        figures.addAll(insights.figures("latency/post-to-insight", accepted, "to accepted; must p99 200; " + load));
        alone.forEach(query -> figures.addAll(query.latencies()
                .figures(
                        "latency/query-" + query.name(),
                        aloneLive,
                        "to /health/live; must p99 5; queries only, " + load)));
        queries.forEach(query -> figures.addAll(query.latencies()
                .figures("latency/query-beside-posts-" + query.name(), live, "to /health/live; posts " + load)));
        return figures;
    }
}
