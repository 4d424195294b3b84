package io.tributary.api.route;

import java.io.IOException;
import java.util.Optional;

/** Another way for a request than its own endpoint: to the instance that has the user. */
@FunctionalInterface
public interface Detour {

    /**
     * The answer from elsewhere, or nothing where the request is to be answered here.
     *
     * @throws IOException when the client has gone
     */
    Optional<Answer> around(Route route, Request request) throws IOException;

    /** Every request is answered here. */
    static Detour none() {
        return (route, request) -> Optional.empty();
    }
}
