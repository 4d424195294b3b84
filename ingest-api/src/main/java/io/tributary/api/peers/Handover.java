package io.tributary.api.peers;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What an instance that has left its group waits for before it stops to listen: that the others have its part and answer
 * from it. Until then whoever asks this one, or asks another in vain, can be passed on by it.
 */
public final class Handover implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Handover.class);
    private static final Duration LIMIT = Duration.ofSeconds(8);
    /** Who was told to come back in a second has been here once more before this one is gone. */
    private static final Duration LAST_CALL = Duration.ofMillis(1_200);

    private static final Duration LOOK = Duration.ofMillis(100);

    private final Owners owners;
    private final int partitions;
    private final Peer peer = new Peer();

    /** To the instances that {@code owners} knows; so many partitions are shared out. */
    public Handover(Owners owners, int partitions) {
        this.owners = owners;
        this.partitions = partitions;
    }

    /** Waits. Where nobody is there to take over, or it takes too long, it is over too. */
    @Override
    public void close() {
        Set<URI> others = IntStream.range(0, partitions)
                .boxed()
                .flatMap(partition -> owners.elsewhere(partition).stream())
                .collect(Collectors.toSet());
        if (others.isEmpty()) {
            return;
        }
        try {
            await(others);
            Thread.sleep(LAST_CALL.toMillis());
        } catch (InterruptedException hurry) {
            Thread.currentThread().interrupt();
        }
    }

    private void await(Set<URI> others) throws InterruptedException {
        long deadline = System.nanoTime() + LIMIT.toNanos();
        while (!isTaken(others)) {
            if (System.nanoTime() > deadline) {
                LOG.warn("the other instances have not taken over within {} seconds", LIMIT.toSeconds());
                return;
            }
            Thread.sleep(LOOK.toMillis());
        }
    }

    private boolean isTaken(Set<URI> others) {
        Set<Integer> taken = new HashSet<>();
        boolean alive = false;
        for (URI other : others) {
            try {
                taken.addAll(peer.partitions(other));
                alive = true;
            } catch (IOException away) {
                LOG.debug("an instance does not answer any more", away);
            }
        }
        return !alive || taken.size() >= partitions;
    }
}
