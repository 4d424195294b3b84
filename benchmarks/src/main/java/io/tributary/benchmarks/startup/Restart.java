package io.tributary.benchmarks.startup;

import io.tributary.benchmarks.report.Figure;
import io.tributary.benchmarks.report.Spread;
import io.tributary.benchmarks.stage.Stage;
import io.tributary.standalone.LoopbackPorts;
import io.tributary.standalone.StartupException;
import io.tributary.standalone.Tributary;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Starts {@code tributary start} on the state of an earlier run and asks until it answers a query. */
public final class Restart {

    private static final int RUNS = 3;
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final long POLL_MILLIS = 20;
    private static final long STOP_SECONDS = 30;

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
    public List<Figure> measure(String applicationId, String user) throws IOException, InterruptedException {
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

    private double once(String applicationId, String user) throws IOException, InterruptedException {
        int port = LoopbackPorts.free();
        long begin = System.nanoTime();
        Process process = start(applicationId, port);
        try {
            URI question = URI.create("http://127.0.0.1:" + port + "/api/v1/users/" + user + "/summary?days=30");
            while (!answers(question)) {
                if (!process.isAlive() || System.nanoTime() - begin > PATIENCE.toNanos()) {
                    throw new StartupException("The restarted instance did not answer.");
                }
                Thread.sleep(POLL_MILLIS);
            }
            return (System.nanoTime() - begin) / 1e9;
        } finally {
            process.destroy();
            if (!process.waitFor(STOP_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        }
    }

    private Process start(String applicationId, int port) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                Tributary.class.getName(),
                "start");
        stage.settings(applicationId)
                .forEach((key, value) -> builder.command().addAll(List.of("--set", key + "=" + value)));
        builder.command().addAll(List.of("--set", "http.port=" + port));
        builder.redirectOutput(ProcessBuilder.Redirect.DISCARD);
        builder.redirectError(ProcessBuilder.Redirect.DISCARD);
        return builder.start();
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
