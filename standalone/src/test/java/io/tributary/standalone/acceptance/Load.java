package io.tributary.standalone.acceptance;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

/** Several households at once, until they are stopped. */
final class Load implements AutoCloseable {
    private static final int HOUSEHOLDS = 4;
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private final RetryingClient client;
    private final List<Household> households;
    private final ExecutorService threads = Executors.newFixedThreadPool(HOUSEHOLDS);

    private Load(String name, List<HttpApi> instances, boolean persistent) {
        this.client = new RetryingClient(instances);
        this.households = IntStream.range(0, HOUSEHOLDS)
                .mapToObj(i -> new Household(name + "-" + i, client, persistent))
                .toList();
    }

    static Load start(String name, List<HttpApi> instances, boolean persistent) {
        Load load = new Load(name, instances, persistent);
        load.households.forEach(load.threads::execute);
        return load;
    }

    /** Waits until so many more requests have been answered. */
    void awaitRequests(int more) {
        int wanted = requests() + more;
        await(more + " more requests").atMost(PATIENCE).until(() -> requests() >= wanted);
    }

    /** Returns when the last request is answered. */
    void stop() throws InterruptedException {
        households.forEach(Household::stop);
        threads.shutdown();
        if (!threads.awaitTermination(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
            throw new AssertionError("A request is still not answered.");
        }
    }

    List<Household> households() {
        return households;
    }

    List<String> failures() {
        return households.stream().flatMap(one -> one.failures().stream()).toList();
    }

    int requests() {
        return households.stream().mapToInt(Household::requests).sum();
    }

    int retries() {
        return client.retries();
    }

    int stale() {
        return households.stream().mapToInt(Household::stale).sum();
    }

    @Override
    public void close() {
        households.forEach(Household::stop);
        threads.shutdownNow();
    }
}
