package io.tributary.benchmarks.growth;

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
import java.util.LinkedHashMap;
import java.util.Map;

/** One of each kind of question about the heavy user, asked again and again, one at a time. */
final class Questions implements AutoCloseable {

    private static final Map<String, String> PATHS = paths();
    private static final int WARM = 200;
    private static final int COUNTED = 300;
    private static final Duration READY = Duration.ofMinutes(1);
    private static final long LOOK_MILLIS = 50;
    private static final double NANOS = 1e6;

    private final Instance server;
    private final HttpClient client = HttpClient.newHttpClient();

    private Questions(Instance server) {
        this.server = server;
    }

    /** Starts an instance on the state of a group and returns when it answers. */
    static Questions open(Stage stage, String group) throws InterruptedException {
        Questions questions = new Questions(Instance.start(stage, group));
        long deadline = System.nanoTime() + READY.toNanos();
        while (!questions.answers(PATHS.get("summary"))) {
            if (System.nanoTime() > deadline) {
                questions.close();
                throw new StartupException("The instance did not become ready within a minute.");
            }
            Thread.sleep(LOOK_MILLIS);
        }
        return questions;
    }

    /** The median of each kind, in milliseconds. */
    Map<String, Double> millis() throws InterruptedException {
        Map<String, Double> medians = new LinkedHashMap<>();
        for (Map.Entry<String, String> path : PATHS.entrySet()) {
            for (int i = 0; i < WARM; i++) {
                require(path.getValue());
            }
            double[] millis = new double[COUNTED];
            for (int i = 0; i < COUNTED; i++) {
                long begin = System.nanoTime();
                require(path.getValue());
                millis[i] = (System.nanoTime() - begin) / NANOS;
            }
            medians.put(path.getKey(), Spread.of(millis).median());
        }
        return medians;
    }

    @Override
    public void close() {
        server.close();
    }

    private void require(String path) throws InterruptedException {
        if (!answers(path)) {
            throw new StartupException("The instance did not answer " + path + ".");
        }
    }

    private boolean answers(@org.jspecify.annotations.Nullable String path) throws InterruptedException {
        try {
            URI uri = server.url().resolve("/api/v1/users/" + HeavyUser.ID + "/" + path);
            return client.send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofByteArray())
                            .statusCode()
                    == 200;
        } catch (IOException notYet) {
            return false;
        }
    }

    private static Map<String, String> paths() {
        Map<String, String> paths = new LinkedHashMap<>();
        paths.put("summary", "summary?days=30");
        paths.put("transactions", "transactions?limit=50");
        paths.put("search", "transactions?limit=50&q=no-such-text");
        paths.put("kpis", "kpis/expenses?months=12");
        paths.put("rolling", "kpis/rolling");
        paths.put("dashboard", "dashboard");
        paths.put("insights", "insights?limit=50");
        return paths;
    }
}
