package io.tributary.api.peers;

import io.javalin.http.HandlerType;
import io.tributary.api.peers.Peer.Role;
import io.tributary.api.problem.ProblemException;
import io.tributary.api.problem.ProblemType;
import io.tributary.api.route.Answer;
import io.tributary.api.route.Detour;
import io.tributary.api.route.Owner;
import io.tributary.api.route.PassedOn;
import io.tributary.api.route.Request;
import io.tributary.api.route.Route;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.ToIntFunction;
import org.apache.kafka.streams.errors.InvalidStateStoreException;

/**
 * Sends a request about a user to the instance that has the user, once and never further. Where that one is away, a read
 * without a token is answered from a copy, which says that it may be old; every other request waits a little for the
 * user's partition to arrive somewhere. A write that nobody takes is taken here: the log can be appended to from anywhere.
 */
public final class Forwarding implements Detour {

    private static final Duration RETRY_AFTER = Duration.ofSeconds(1);

    private final Owners owners;
    private final ToIntFunction<String> partitionOf;
    private final Copies copies;
    private final Peer peer;

    /**
     * Finds owners by {@code owners}.
     *
     * @param partitionOf the partition of a user
     * @param copies the routes that can be answered from a copy, over copies
     */
    public Forwarding(Owners owners, ToIntFunction<String> partitionOf, List<Route> copies) {
        this.owners = owners;
        this.partitionOf = partitionOf;
        this.copies = new Copies(copies);
        this.peer = new Peer();
    }

    @Override
    public Optional<Answer> around(Route route, Request request) throws IOException {
        boolean named = route.isOfUser() || route.params().contains(Owner.USER);
        if (!named || route.isStream()) {
            return Optional.empty();
        }
        int partition = partitionOf.applyAsInt(route.isOfUser() ? request.user() : Owner.of(request));
        if (request.isForwarded()) {
            return asked(route, request, partition);
        }
        return isRead(route) ? Optional.of(read(route, request, partition)) : write(request, partition);
    }

    /** Another instance asks: what this one has, or that it has it not. */
    private Optional<Answer> asked(Route route, Request request, int partition) throws IOException {
        if (Role.COPY.name().equals(request.header(PassedOn.HEADER).orElse(""))) {
            return Optional.of(copies.answer(route, request).orElseGet(PassedOn::notHere));
        }
        if (!owners.isHere(partition)) {
            return Optional.of(PassedOn.notHere());
        }
        return isRead(route)
                ? Optional.of(fromHere(route, request, partition).orElseGet(PassedOn::notHere))
                : Optional.empty();
    }

    private Answer read(Route route, Request request, int partition) throws IOException {
        Patience patience = new Patience(owners);
        do {
            Optional<Answer> answer =
                    owners.isHere(partition) ? fromHere(route, request, partition) : fromOwner(request, partition);
            if (answer.isEmpty() && copies.mayAnswer(route, request)) {
                answer = fromCopies(route, request, partition);
            }
            if (answer.isPresent()) {
                return answer.get();
            }
        } while (patience.lasts());
        throw ProblemException.unavailable("The state is being moved or restored.", RETRY_AFTER);
    }

    /** The owner's answer; nothing where it is to be written here. */
    private Optional<Answer> write(Request request, int partition) throws IOException {
        Patience patience = new Patience(owners);
        while (!owners.isHere(partition)) {
            for (URI owner : owners.elsewhere(partition)) {
                try {
                    Optional<Answer> answer = peer.ask(owner, Role.OWNER, request);
                    if (answer.isPresent()) {
                        return answer;
                    }
                } catch (ConnectException away) {
                    // It has done nothing: the log takes it from here, for whoever will have the user.
                    return Optional.empty();
                } catch (IOException brokenOff) {
                    // It may have done it: a command that is sent a second time is a second command.
                    throw ProblemException.unavailable("The instance that has this user broke off.", RETRY_AFTER);
                }
            }
            if (!patience.lasts()) {
                return Optional.empty();
            }
        }
        return Optional.empty();
    }

    /** The answer of the state here; nothing where the partition leaves meanwhile. */
    private Optional<Answer> fromHere(Route route, Request request, int partition) throws IOException {
        try {
            return Optional.of(route.endpoint().handle(request));
        } catch (InvalidStateStoreException leaving) {
            return Optional.empty();
        } catch (ProblemException problem) {
            if (problem.type() == ProblemType.UNAVAILABLE && !owners.isHere(partition)) {
                return Optional.empty();
            }
            throw problem;
        }
    }

    private Optional<Answer> fromOwner(Request request, int partition) {
        return first(owners.elsewhere(partition), Role.OWNER, request);
    }

    private Optional<Answer> fromCopies(Route route, Request request, int partition) throws IOException {
        Optional<Answer> here = copies.answer(route, request);
        return here.isPresent() ? here : first(owners.copies(partition), Role.COPY, request);
    }

    private Optional<Answer> first(List<URI> instances, Role role, Request request) {
        Optional<Answer> answer = Optional.empty();
        for (int i = 0; i < instances.size() && answer.isEmpty(); i++) {
            answer = tried(instances.get(i), role, request);
        }
        return answer;
    }

    /** Reads change nothing: where one instance is away, the next may know. */
    private Optional<Answer> tried(URI instance, Role role, Request request) {
        try {
            return peer.ask(instance, role, request);
        } catch (IOException away) {
            return Optional.empty();
        }
    }

    private static boolean isRead(Route route) {
        return route.method().equals(HandlerType.GET);
    }
}
