package io.tributary.api;

import io.tributary.api.problem.ProblemException;
import io.tributary.api.problem.ProblemType;
import io.tributary.api.route.PassedOn;
import java.time.Duration;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.GracefulHandler;
import org.eclipse.jetty.util.Callback;

/**
 * Lets clients go in good order: first every answer ends its connection, and once the server stops, what has come in is
 * finished and what still comes is told to go elsewhere.
 */
final class Departure extends GracefulHandler {

    private static final Duration RETRY_AFTER = Duration.ofSeconds(1);

    private volatile boolean leaving;

    /** From now on answers end their connections. */
    void leave() {
        leaving = true;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        if (isShutdown()) {
            response.getHeaders().put(HttpHeader.RETRY_AFTER, RETRY_AFTER.toSeconds());
            response.getHeaders().put(PassedOn.NOT_HERE, "true");
            Unreadable.answer(
                    ProblemException.of(ProblemType.UNAVAILABLE, "This instance is stopping."), response, callback);
            return true;
        }
        if (leaving) {
            response.getHeaders().put(HttpHeader.CONNECTION, "close");
        }
        return super.handle(request, response, callback);
    }
}
