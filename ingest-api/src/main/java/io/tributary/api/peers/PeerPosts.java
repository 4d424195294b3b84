package io.tributary.api.peers;

import io.tributary.api.route.Answer;
import io.tributary.api.route.Request;
import java.io.IOException;
import java.net.URI;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.ToIntFunction;

/** Posts to the instances that have the users. */
public final class PeerPosts implements OwnerPost {

    private final Owners owners;
    private final ToIntFunction<String> partitionOf;
    private final Peer peer = new Peer();

    /**
     * Finds owners by {@code owners}.
     *
     * @param partitionOf the partition of a user
     */
    public PeerPosts(Owners owners, ToIntFunction<String> partitionOf) {
        this.owners = owners;
        this.partitionOf = partitionOf;
    }

    @Override
    public boolean isHere(String userId) {
        return owners.isHere(partitionOf.applyAsInt(userId));
    }

    @Override
    public Optional<URI> elsewhere(String userId) {
        int partition = partitionOf.applyAsInt(userId);
        return owners.isHere(partition)
                ? Optional.empty()
                : owners.elsewhere(partition).stream().findFirst();
    }

    @Override
    public Optional<Answer> post(String userId, Request request, byte[] body) throws IOException {
        int partition = partitionOf.applyAsInt(userId);
        Patience patience = new Patience(owners);
        while (!owners.isHere(partition)) {
            for (URI owner : owners.elsewhere(partition)) {
                Optional<Answer> answer = answer(send(owner, request, body));
                if (answer.isPresent()) {
                    return answer;
                }
            }
            if (!patience.lasts()) {
                return Optional.empty();
            }
        }
        return Optional.empty();
    }

    @Override
    public CompletableFuture<Optional<Answer>> send(URI instance, Request request, byte[] body) {
        return peer.send(instance, request, body);
    }

    private static Optional<Answer> answer(CompletableFuture<Optional<Answer>> asked) throws IOException {
        try {
            return asked.join();
        } catch (CompletionException | CancellationException away) {
            throw new IOException("away", away);
        }
    }
}
