package io.tributary.benchmarks.soak;

import io.tributary.standalone.StartupException;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicLong;

/** Asks the API about one user after the other without waiting for the answers. */
final class Reads implements AutoCloseable {

    private static final List<String> QUESTIONS =
            List.of("summary?days=30", "transactions?limit=20", "kpis/expenses?months=12", "insights?limit=20");
    private static final int USERS = 10_000;
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Duration READY = Duration.ofMinutes(1);
    private static final int MOST_OPEN = 1_000;
    private static final long LOOK_MILLIS = 50;

    private final URI url;
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final SplittableRandom random = new SplittableRandom(1);
    private final AtomicLong answered = new AtomicLong();
    private final AtomicLong failed = new AtomicLong();
    private final AtomicLong open = new AtomicLong();
    private final Pace pace;

    Reads(URI url, int perSecond) {
        this.url = url;
        this.pace = new Pace("soak-reads", perSecond, this::ask);
    }

    void start() {
        pace.start();
    }

    void awaitReady() throws InterruptedException {
        long deadline = System.nanoTime() + READY.toNanos();
        while (!isReady()) {
            if (System.nanoTime() > deadline) {
                throw new StartupException("The instance did not become ready within a minute.");
            }
            Thread.sleep(LOOK_MILLIS);
        }
    }

    long answered() {
        return answered.get();
    }

    long failed() {
        return failed.get();
    }

    private boolean isReady() throws InterruptedException {
        try {
            return client.send(request("users/nobody/summary?days=30"), HttpResponse.BodyHandlers.discarding())
                            .statusCode()
                    == 200;
        } catch (IOException notYet) {
            return false;
        }
    }

    private void ask() {
        if (open.get() > MOST_OPEN) {
            // It has been overrun: more of the same would measure the client's queue.
            failed.incrementAndGet();
            return;
        }
        String user = "user-%06d".formatted(random.nextInt(USERS));
        String question = QUESTIONS.get(random.nextInt(QUESTIONS.size()));
        open.incrementAndGet();
        var unused = client.sendAsync(request("users/" + user + "/" + question), HttpResponse.BodyHandlers.discarding())
                .whenComplete((answer, failure) -> {
                    open.decrementAndGet();
                    (failure == null && answer.statusCode() == 200 ? answered : failed).incrementAndGet();
                });
    }

    private HttpRequest request(String path) {
        return HttpRequest.newBuilder(url.resolve("/api/v1/" + path))
                .timeout(PATIENCE)
                .build();
    }

    @Override
    public void close() {
        pace.close();
    }
}
