package io.tributary.benchmarks.load;

import io.tributary.api.ingest.KafkaRawLog;
import io.tributary.api.ingest.RawLog.Appended;
import io.tributary.api.position.PositionToken;
import io.tributary.avro.RawTransaction;
import io.tributary.benchmarks.report.Figure;
import io.tributary.benchmarks.stage.Instance;
import io.tributary.benchmarks.stage.Stage;
import io.tributary.benchmarks.workload.Workload;
import io.tributary.schemas.Partitioning;
import io.tributary.schemas.serde.SchemaUse;
import io.tributary.standalone.StartupException;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;

/**
 * Posts of the other users of a partition, each read back with its token: first in peace, then while one correction of a
 * merchant after the other goes over the long history of a user of the same partition.
 */
public final class CorrectionRun {

    private static final String USER = "bench-corrected";
    private static final String LINE = "TESCO STORES 3297";
    private static final int ROWS = 20_000;
    private static final int RATE = 200;
    private static final int OTHERS = 50;
    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final List<String> CATEGORIES = List.of("GENERAL_MERCHANDISE", "FOOD_AND_DRINK");

    private final Stage stage;
    private final Workload workload;
    private final Clock clock;
    private final List<String> others;
    private final Latencies calm = new Latencies();
    private final Latencies during = new Latencies();

    /** On this stage, with facts of the workload. */
    public CorrectionRun(Stage stage, Workload workload, Clock clock) {
        this.stage = stage;
        this.workload = workload;
        this.clock = clock;
        int partition = Partitioning.partition(USER, stage.partitions());
        this.others = IntStream.iterate(0, number -> number + 1)
                .mapToObj("bench-neighbour-%d"::formatted)
                .filter(user -> Partitioning.partition(user, stage.partitions()) == partition)
                .limit(OTHERS)
                .toList();
    }

    /** Runs it on the state of a group; so many seconds of each. */
    public List<Figure> measure(String applicationId, int seconds) throws InterruptedException {
        try (Instance server = Instance.start(stage, applicationId);
                ApiClient client = new ApiClient(server.url())) {
            client.awaitReady(PATIENCE);
            String first = history(client);
            load(client, new Latencies(), seconds);
            load(client, calm, seconds);
            try (Corrections corrections = new Corrections(client, USER, first, CATEGORIES)) {
                corrections.start();
                load(client, during, seconds);
                return figures(corrections.begun());
            }
        }
    }

    /** Gives the user a history at one merchant; the id of one of the transactions, once all are booked. */
    private String history(ApiClient client) throws InterruptedException {
        List<CompletableFuture<Appended>> appends = new ArrayList<>(ROWS);
        String id = "";
        try (KafkaRawLog log = new KafkaRawLog(
                Map.of("bootstrap.servers", stage.bootstrapServers()), stage.schemas(), SchemaUse.REGISTER, "bench")) {
            for (int row = 0; row < ROWS; row++) {
                id = UUID.randomUUID().toString();
                appends.add(log.append(RawTransaction.newBuilder(workload.next())
                        .setUserId(USER)
                        .setId(id)
                        .setDescription(LINE)
                        .build()));
            }
            Appended last = appends.get(ROWS - 1).join();
            String token = PositionToken.at(last.partition(), last.offset()).text();
            long deadline = System.nanoTime() + PATIENCE.toNanos();
            while (client.get("/users/" + USER + "/transactions/" + id, token)
                            .join()
                            .statusCode()
                    != 200) {
                if (System.nanoTime() > deadline) {
                    throw new StartupException("The history to correct was not booked within a minute.");
                }
            }
        }
        return id;
    }

    private void load(ApiClient client, Latencies latencies, int seconds) throws InterruptedException {
        new OpenLoop(RATE, seconds).run((number, due) -> {
            String user = others.get((int) (number % others.size()));
            String id = UUID.randomUUID().toString();
            RawTransaction fact =
                    RawTransaction.newBuilder(workload.next()).setUserId(user).build();
            var unused = client.post(fact, id, clock.instant())
                    .thenCompose(post -> client.get(
                            "/users/" + user + "/transactions/" + id,
                            post.headers().firstValue(PositionToken.HEADER).orElse("")))
                    .whenComplete((read, failure) -> note(latencies, read, failure, due));
        });
        client.awaitAnswers(PATIENCE);
    }

    private static void note(
            Latencies latencies,
            @org.jspecify.annotations.Nullable HttpResponse<String> read,
            @org.jspecify.annotations.Nullable Throwable failure,
            long due) {
        if (failure == null && read != null && read.statusCode() == 200) {
            latencies.done(due);
        } else {
            latencies.failed();
        }
    }

    private List<Figure> figures(int corrections) {
        return during.figures(
                "correction/neighbours-post-to-query",
                calm,
                "to the same without corrections; must p99 50; %d corrections over %,d rows, %d/s in their partition"
                        .formatted(corrections, ROWS, RATE));
    }
}
