package io.tributary.api;

import io.tributary.api.json.Json;
import io.tributary.api.problem.Problem;
import io.tributary.api.problem.ProblemException;
import io.tributary.api.problem.ProblemType;
import java.nio.ByteBuffer;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** What Jetty itself refuses, such as an address that is no address, is a problem like any other. */
final class Unreadable extends Handler.Abstract {

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        // What came in at the moment of stopping is refused by Jetty itself; nothing is wrong with the request.
        boolean stopping = response.getStatus() == ProblemType.UNAVAILABLE.status();
        answer(
                stopping
                        ? ProblemException.of(ProblemType.UNAVAILABLE, "This instance is stopping.")
                        : ProblemException.of(ProblemType.MALFORMED, "The request cannot be read."),
                response,
                callback);
        return true;
    }

    /** Writes a problem and ends the exchange. */
    static void answer(ProblemException problem, Response response, Callback callback) {
        response.setStatus(problem.type().status());
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, Problem.CONTENT_TYPE);
        response.write(true, ByteBuffer.wrap(Json.write(problem.problem(null))), callback);
    }
}
