package io.tributary.api.peers;

import io.javalin.http.HandlerType;
import io.tributary.api.position.PositionToken;
import io.tributary.api.route.Answer;
import io.tributary.api.route.Endpoint;
import io.tributary.api.route.Request;
import io.tributary.api.route.Route;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.streams.errors.InvalidStateStoreException;

/** Answers reads from the copies of the state that this instance keeps, and says that they may be old. */
final class Copies {

    private static final String STALE = "Tributary-Stale";

    private final Map<String, Endpoint> endpoints = new HashMap<>();

    /** Answers those of {@code routes} that only read. */
    Copies(List<Route> routes) {
        routes.stream()
                .filter(route -> route.method().equals(HandlerType.GET))
                .forEach(route -> endpoints.put(route.path(), route.endpoint()));
    }

    /** Whether a copy may answer: whoever sent a token has been promised more than a copy knows. */
    boolean mayAnswer(Route route, Request request) {
        return endpoints.containsKey(route.path())
                && route.method().equals(HandlerType.GET)
                && request.header(PositionToken.HEADER).isEmpty();
    }

    /**
     * The answer of the copy here; empty where there is none.
     *
     * @throws IOException when the client has gone
     */
    Optional<Answer> answer(Route route, Request request) throws IOException {
        Endpoint endpoint = endpoints.get(route.path());
        if (endpoint == null || !mayAnswer(route, request)) {
            return Optional.empty();
        }
        try {
            return Optional.of(endpoint.handle(request).with(STALE, "true"));
        } catch (InvalidStateStoreException none) {
            return Optional.empty();
        }
    }
}
