package io.tributary.api.route;

import java.io.IOException;

/** Does what a route is there for. */
@FunctionalInterface
public interface Endpoint {

    /**
     * Answers a request.
     *
     * @throws IOException when the client has gone
     */
    Answer handle(Request request) throws IOException;
}
