package io.tributary.api.peers;

import io.tributary.api.route.Answer;
import io.tributary.api.route.Request;
import java.io.IOException;
import java.net.URI;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** Posts to the instances that have the users, which alone can tell what the ledger makes of it. */
public interface OwnerPost {

    /** Whether this instance has the user. */
    boolean isHere(String userId);

    /** Where the user's instance listens; empty where the user is here, or nobody knows where. */
    Optional<URI> elsewhere(String userId);

    /**
     * The answer of the user's instance to this request with {@code body}, after a little waiting where the user is just
     * moving; nothing where the user is here, or nobody has come to have them.
     *
     * @throws IOException when that instance is away; it may have done it all the same
     */
    Optional<Answer> post(String userId, Request request, byte[] body) throws IOException;

    /**
     * The answer of an instance to this request with {@code body}; nothing where it has not all users that the body
     * names, and so has done nothing. Fails when it is away.
     */
    CompletableFuture<Optional<Answer>> send(URI instance, Request request, byte[] body);

    /** There is only this instance. */
    static OwnerPost none() {
        return new OwnerPost() {
            @Override
            public boolean isHere(String userId) {
                return true;
            }

            @Override
            public Optional<URI> elsewhere(String userId) {
                return Optional.empty();
            }

            @Override
            public Optional<Answer> post(String userId, Request request, byte[] body) {
                return Optional.empty();
            }

            @Override
            public CompletableFuture<Optional<Answer>> send(URI instance, Request request, byte[] body) {
                return CompletableFuture.completedFuture(Optional.empty());
            }
        };
    }
}
