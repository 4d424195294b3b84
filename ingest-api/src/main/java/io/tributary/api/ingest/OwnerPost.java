package io.tributary.api.ingest;

import io.tributary.api.route.Answer;
import io.tributary.api.route.Request;
import java.io.IOException;
import java.util.Optional;

/** Posts to the instance that has a user, which alone can tell what the ledger makes of it. */
@FunctionalInterface
public interface OwnerPost {

    /**
     * The answer of the user's instance to this request with {@code body}; nothing where the user is here, or nobody knows
     * where, or the request has come from another instance.
     *
     * @throws IOException when that instance is away; it may have done it all the same
     */
    Optional<Answer> post(String userId, Request request, byte[] body) throws IOException;

    /** Everything is posted here. */
    static OwnerPost none() {
        return (userId, request, body) -> Optional.empty();
    }
}
