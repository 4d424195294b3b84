package io.tributary.api.live;

import io.javalin.http.HandlerType;
import io.tributary.api.problem.ProblemException;
import io.tributary.api.problem.ProblemType;
import io.tributary.api.route.Answer;
import io.tributary.api.route.Reply;
import io.tributary.api.route.Request;
import io.tributary.api.route.Route;
import jakarta.servlet.AsyncContext;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The route on which insights are listened to as server-sent events. */
public final class LiveRoutes implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(LiveRoutes.class);
    private static final String CONTENT_TYPE = "text/event-stream";
    private static final String RESUME = "Last-Event-ID";
    private static final Duration RETRY_AFTER = Duration.ofSeconds(5);
    private static final Duration STARTING = Duration.ofSeconds(2);

    private final InsightHub hub;
    private final ExecutorService senders = Executors.newCachedThreadPool(task -> {
        Thread thread = new Thread(task, "insight-stream");
        thread.setDaemon(true);
        return thread;
    });

    /** Listens to {@code hub}, which stays the caller's. */
    public LiveRoutes(InsightHub hub) {
        this.hub = hub;
    }

    /** All of them. */
    public List<Route> routes() {
        return List.of(Route.of(
                        HandlerType.GET,
                        Route.BASE + "/users/{user}/insights/stream",
                        "Insights as they are announced; resumable by Last-Event-ID")
                .tag("Insights")
                .answers(Reply.content(200, CONTENT_TYPE, "Events: id is the place, event the kind, data the insight."))
                .by(this::stream));
    }

    @Override
    public void close() {
        senders.shutdownNow();
    }

    private Answer stream(Request request) throws IOException {
        String userId = request.user();
        OptionalLong resumed = resumed(request);
        if (!hub.hasRoom() || !isFollowing()) {
            throw ProblemException.unavailable("No further listener can be served just now.", RETRY_AFTER);
        }
        Listener listener = new Listener(userId);
        hub.add(listener);
        try {
            send(request, listener, resumed);
            return Answer.streamed();
        } catch (IOException | RuntimeException gone) {
            hub.remove(listener);
            throw gone;
        }
    }

    private void send(Request request, Listener listener, OptionalLong resumed) throws IOException {
        HttpServletResponse response = request.exchange().res();
        response.setStatus(200);
        response.setContentType(CONTENT_TYPE);
        response.setCharacterEncoding("UTF-8");
        response.setHeader("Cache-Control", "no-store");
        response.flushBuffer();
        EventStream events = new EventStream(hub, listener, resumed, response.getOutputStream());
        request.exchange()
                .future(() -> run(events, listener, request.exchange().req().getAsyncContext()));
    }

    /** Javalin asks for it after the handler, so that a refusal has to give the listener back here. */
    private CompletableFuture<Void> run(EventStream events, Listener listener, AsyncContext exchange) {
        try {
            senders.execute(() -> {
                try {
                    events.run();
                } finally {
                    end(exchange);
                }
            });
            // Never completes: Javalin would go on with an exchange that ends with its client, and fail on it for ever.
            return new CompletableFuture<>();
        } catch (RejectedExecutionException closing) {
            hub.remove(listener);
            return CompletableFuture.completedFuture(null);
        }
    }

    private static void end(AsyncContext exchange) {
        try {
            exchange.complete();
        } catch (IllegalStateException gone) {
            LOG.debug("the exchange has ended with its client");
        }
    }

    private boolean isFollowing() {
        try {
            return hub.awaitFollowing(STARTING);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static OptionalLong resumed(Request request) {
        String id = request.header(RESUME).orElse("");
        if (id.isEmpty()) {
            return OptionalLong.empty();
        }
        if (!id.matches("\\d{1,18}")) {
            throw ProblemException.of(ProblemType.MALFORMED, RESUME + " must be the id of an event of this stream.");
        }
        return OptionalLong.of(Long.parseLong(id));
    }
}
