package io.tributary.standalone.acceptance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Flow;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** A client of server-sent events, as a browser is one. */
final class EventSource implements AutoCloseable {
    private static final HttpClient CLIENT =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private final HttpResponse<Flow.Publisher<List<ByteBuffer>>> answer;
    private final Lines lines = new Lines();

    private EventSource(HttpResponse<Flow.Publisher<List<ByteBuffer>>> answer) {
        this.answer = answer;
        answer.body().subscribe(HttpResponse.BodySubscribers.fromLineSubscriber(lines));
    }

    /**
     * An event.
     *
     * @param id what a later connection resumes behind
     * @param kind its name
     * @param data what it carries
     */
    record Event(String id, String kind, String data) {}

    /** Connects; returns when the server has begun to answer. */
    static EventSource open(URI url, Map<String, String> headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(url).header("Accept", "text/event-stream");
        headers.forEach(request::header);
        try {
            return new EventSource(CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofPublisher()));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", stopped);
        }
    }

    int status() {
        return answer.statusCode();
    }

    String contentType() {
        return answer.headers().firstValue("Content-Type").orElse("");
    }

    /** The next event; fails when none comes in time. */
    Event next(Duration patience) {
        long deadline = System.nanoTime() + patience.toNanos();
        String id = "";
        String kind = "";
        String data = "";
        for (String line = line(deadline); !line.isEmpty() || data.isEmpty(); line = line(deadline)) {
            if (line.startsWith("id: ")) {
                id = line.substring("id: ".length());
            } else if (line.startsWith("event: ")) {
                kind = line.substring("event: ".length());
            } else if (line.startsWith("data: ")) {
                data = line.substring("data: ".length());
            }
        }
        return new Event(id, kind, data);
    }

    /** Drops the connection, whatever is under way. */
    @Override
    public void close() {
        lines.cancel();
    }

    private String line(long deadline) {
        try {
            String line = lines.received.poll(deadline - System.nanoTime(), TimeUnit.NANOSECONDS);
            if (line == null) {
                throw new AssertionError("no event came in time");
            }
            return line;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", stopped);
        }
    }

    /** Takes lines as they come. */
    private static final class Lines implements Flow.Subscriber<String> {
        private final BlockingQueue<String> received = new LinkedBlockingQueue<>();
        private volatile Flow.@Nullable Subscription subscription;

        @Override
        public void onSubscribe(Flow.Subscription begun) {
            subscription = begun;
            begun.request(Long.MAX_VALUE);
        }

        @Override
        public void onNext(String line) {
            received.add(line);
        }

        @Override
        public void onError(Throwable broken) {
            // A dropped connection is what these tests are about; who waits for an event misses it.
        }

        @Override
        public void onComplete() {
            // As above.
        }

        private void cancel() {
            Flow.Subscription begun = subscription;
            if (begun != null) {
                begun.cancel();
            }
        }
    }
}
