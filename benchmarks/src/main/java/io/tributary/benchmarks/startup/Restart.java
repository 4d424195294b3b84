package io.tributary.benchmarks.startup;

import io.tributary.benchmarks.report.Figure;
import io.tributary.benchmarks.report.Spread;
import io.tributary.benchmarks.stage.Instance;
import io.tributary.benchmarks.stage.Stage;
import io.tributary.standalone.StartupException;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;

/** Starts {@code tributary start} on the state of an earlier run and asks until it answers a query. */
public final class Restart {

    private static final int RUNS = 3;
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final long POLL_MILLIS = 20;

    private final Stage stage;
    private final HttpClient client = HttpClient.newHttpClient();

    /** On this stage. */
    public Restart(Stage stage) {
        this.stage = stage;
    }

    /**
     * Starts and stops it a few times.
     *
     * @param applicationId the group whose state it goes on with
     * @param user asked for
     */
    public List<Figure> measure(String applicationId, String user) throws InterruptedException {
        double[] seconds = new double[RUNS];
        for (int run = 0; run < RUNS; run++) {
            seconds[run] = once(applicationId, user);
        }
        Spread spread = Spread.of(seconds);
        return List.of(Figure.of(
                "startup/clean-restart",
                spread.median(),
                "s",
                stage.brokerStartMillis() / 1e3,
                "to first answered query; to the broker's start; %.1f–%.1f; must 10"
                        .formatted(spread.min(), spread.max())));
    }

    private double once(String applicationId, String user) throws InterruptedException {
        long begin = System.nanoTime();
        try (Instance instance = Instance.start(stage, applicationId)) {
            URI question = instance.url().resolve("/api/v1/users/" + user + "/summary?days=30");
            while (!answers(question)) {
                instance.requireAlive();
                if (System.nanoTime() - begin > PATIENCE.toNanos()) {
                    throw new StartupException("The restarted instance did not answer.");
                }
                Thread.sleep(POLL_MILLIS);
            }
            return (System.nanoTime() - begin) / 1e9;
        }
    }

    private boolean answers(URI question) throws InterruptedException {
        try {
            HttpRequest request = HttpRequest.newBuilder(question)
                    .timeout(Duration.ofSeconds(5))
                    .build();
            return client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException notYet) {
            return false;
        }
    }
}
