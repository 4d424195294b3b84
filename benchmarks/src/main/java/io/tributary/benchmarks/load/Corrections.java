package io.tributary.benchmarks.load;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** Corrects a user's merchant again and again, to one category and back, each time that the job before is done. */
final class Corrections implements AutoCloseable {

    private static final long LOOK_MILLIS = 100;

    private final ObjectMapper json = new ObjectMapper();
    private final AtomicInteger begun = new AtomicInteger();
    private final ApiClient client;
    private final String path;
    private final String state;
    private final List<String> categories;
    private final Thread thread = new Thread(this::run, "bench-corrections");
    private volatile boolean stopped;

    Corrections(ApiClient client, String user, String transactionId, List<String> categories) {
        this.client = client;
        this.path = "/users/" + user + "/transactions/" + transactionId + "/category";
        this.state = "/users/" + user + "/summary?days=1";
        this.categories = categories;
        thread.setDaemon(true);
    }

    void start() {
        thread.start();
    }

    int begun() {
        return begun.get();
    }

    private void run() {
        try {
            while (!stopped) {
                if (!isRestating()) {
                    String category = categories.get(begun.getAndIncrement() % categories.size());
                    var unused = client.post(path, "{\"category\":\"" + category + "\",\"apply_to\":\"merchant\"}")
                            .join();
                }
                Thread.sleep(LOOK_MILLIS);
            }
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean isRestating() {
        HttpResponse<String> answer = client.get(state).join();
        try {
            return answer.statusCode() != 200 || json.readTree(answer.body()).hasNonNull("restating");
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("the API answered something other than JSON", impossible);
        }
    }

    @Override
    public void close() {
        stopped = true;
        try {
            thread.join();
        } catch (InterruptedException hurry) {
            Thread.currentThread().interrupt();
        }
    }
}
