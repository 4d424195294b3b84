package io.tributary.benchmarks.load;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.tributary.avro.RawTransaction;
import io.tributary.schemas.Money;
import io.tributary.standalone.StartupException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** Asks the API without waiting for its answers. */
final class ApiClient implements AutoCloseable {

    private static final String BASE = "/api/v1";
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int THREADS = 4;
    private static final long LOOK_MILLIS = 20;

    private final ExecutorService threads = Executors.newFixedThreadPool(THREADS, ApiClient::daemon);
    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .executor(threads)
            .build();
    private final ObjectMapper json = new ObjectMapper();
    private final AtomicInteger open = new AtomicInteger();
    private final URI url;

    ApiClient(URI url) {
        this.url = url;
    }

    /** Posts a fact, happening now. */
    CompletableFuture<HttpResponse<String>> post(RawTransaction fact, String id, Instant now) {
        Map<String, Object> body = Map.of(
                "id",
                id,
                "user_id",
                fact.getUserId(),
                "amount",
                Money.of(fact.getAmount()).format(),
                "currency",
                fact.getAmount().getCurrency(),
                "direction",
                fact.getDirection().name(),
                "description",
                fact.getDescription(),
                "occurred_at",
                now.toString(),
                "account_id",
                String.valueOf(fact.getAccountId()),
                "account_kind",
                "CARD");
        try {
            return send(request("/transactions")
                    .header("Content-Type", "application/json")
                    .POST(HttpRequest.BodyPublishers.ofByteArray(json.writeValueAsBytes(body))));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("a map of strings is always JSON", impossible);
        }
    }

    /** Posts JSON to a path below the base path. */
    CompletableFuture<HttpResponse<String>> post(String path, String body) {
        return send(request(path)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    /** Reads a path below the base path, seeing at least what the token stands for. */
    CompletableFuture<HttpResponse<String>> get(String path, String token) {
        return send(request(path).header("Tributary-Position", token).GET());
    }

    /** Reads a path below the base path. */
    CompletableFuture<HttpResponse<String>> get(String path) {
        return send(request(path).GET());
    }

    /** Asks the process whether it lives: the least that an answer costs. */
    CompletableFuture<HttpResponse<String>> live() {
        return send(HttpRequest.newBuilder(url.resolve("/health/live")).timeout(PATIENCE));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(url.resolve(BASE + path)).timeout(PATIENCE);
    }

    private CompletableFuture<HttpResponse<String>> send(HttpRequest.Builder request) {
        open.incrementAndGet();
        return client.sendAsync(request.build(), HttpResponse.BodyHandlers.ofString())
                .whenComplete((response, failure) -> open.decrementAndGet());
    }

    /** Returns when the instance answers questions. */
    void awaitReady(Duration patience) throws InterruptedException {
        long deadline = System.nanoTime() + patience.toNanos();
        while (!get("/users/nobody/summary?days=30")
                .handle((response, failure) -> failure == null && response.statusCode() == 200)
                .join()) {
            if (System.nanoTime() > deadline) {
                throw new StartupException("The instance did not become ready in time.");
            }
            Thread.sleep(LOOK_MILLIS);
        }
    }

    /** Returns when every request has been answered or has failed, at the latest after {@code patience}. */
    void awaitAnswers(Duration patience) throws InterruptedException {
        long deadline = System.nanoTime() + patience.toNanos();
        while (open.get() > 0 && System.nanoTime() < deadline) {
            Thread.sleep(LOOK_MILLIS);
        }
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "bench-client");
        thread.setDaemon(true);
        return thread;
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
