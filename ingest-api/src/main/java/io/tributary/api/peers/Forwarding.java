package io.tributary.api.peers;

import io.javalin.http.HandlerType;
import io.tributary.api.position.PositionToken;
import io.tributary.api.problem.ProblemException;
import io.tributary.api.route.Answer;
import io.tributary.api.route.Detour;
import io.tributary.api.route.Endpoint;
import io.tributary.api.route.Owner;
import io.tributary.api.route.Request;
import io.tributary.api.route.Route;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToIntFunction;

/**
 * Sends a request about a user to the instance that has the user, once and never further. Where that one is away, a read
 * without a token is answered from a copy here, if there is one, and says that it may be old.
 */
public final class Forwarding implements Detour {

    private static final String STALE = "Tributary-Stale";
    private static final Duration RETRY_AFTER = Duration.ofSeconds(1);

    private final Owners owners;
    private final ToIntFunction<String> partitionOf;
    private final Map<String, Endpoint> standby = new HashMap<>();
    private final Peer peer = new Peer();

    /**
     * Finds owners by {@code owners}.
     *
     * @param partitionOf the partition of a user
     * @param standby the routes that can be answered from a copy, over copies
     */
    public Forwarding(Owners owners, ToIntFunction<String> partitionOf, List<Route> standby) {
        this.owners = owners;
        this.partitionOf = partitionOf;
        standby.stream()
                .filter(route -> route.method().equals(HandlerType.GET))
                .forEach(route -> this.standby.put(route.path(), route.endpoint()));
    }

    @Override
    public Optional<Answer> around(Route route, Request request) throws IOException {
        boolean named = route.isOfUser() || route.params().contains(Owner.USER);
        if (!named || route.isStream()) {
            return Optional.empty();
        }
        int partition = partitionOf.applyAsInt(route.isOfUser() ? request.user() : Owner.of(request));
        Optional<URI> owner = elsewhere(partition, request);
        return owner.isPresent() ? Optional.of(ask(owner.get(), route, request)) : Optional.empty();
    }

    /**
     * What the instance that has a user answers to this request with {@code body}; nothing where the request is to be
     * answered here.
     *
     * @throws IOException when that instance does not answer
     */
    public Optional<Answer> post(String userId, Request request, byte[] body) throws IOException {
        Optional<URI> owner = elsewhere(partitionOf.applyAsInt(userId), request);
        return owner.isPresent() ? Optional.of(peer.ask(owner.get(), request, body)) : Optional.empty();
    }

    private Optional<URI> elsewhere(int partition, Request request) {
        boolean here =
                owners.isHere(partition) || request.header(Peer.FORWARDED).isPresent();
        return here ? Optional.empty() : owners.elsewhere(partition);
    }

    private Answer ask(URI owner, Route route, Request request) throws IOException {
        try {
            return peer.ask(owner, request);
        } catch (IOException away) {
            Endpoint copy = standby.get(route.path());
            boolean read = route.method().equals(HandlerType.GET)
                    && request.header(PositionToken.HEADER).isEmpty();
            if (copy == null || !read) {
                throw ProblemException.unavailable("The instance that has this user does not answer.", RETRY_AFTER);
            }
            return copy.handle(request).with(STALE, "true");
        }
    }
}
