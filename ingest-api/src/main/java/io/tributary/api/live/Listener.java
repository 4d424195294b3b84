package io.tributary.api.live;

import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** One open stream. What it has not sent yet is bounded; a client that is too slow is cut off and resumes by its id. */
final class Listener {

    private static final int MOST_WAITING = 1_000;

    private final String userId;
    private final BlockingQueue<Announcement> waiting = new ArrayBlockingQueue<>(MOST_WAITING);
    private volatile boolean cutOff;

    Listener(String userId) {
        this.userId = userId;
    }

    String userId() {
        return userId;
    }

    /** Hands it an announcement; never waits. */
    void offer(Announcement announcement) {
        if (!waiting.offer(announcement)) {
            cutOff = true;
        }
    }

    /** Ends it. */
    void cutOff() {
        cutOff = true;
    }

    boolean isCutOff() {
        return cutOff;
    }

    /** The next announcement; null when none has come in time. */
    @Nullable
    Announcement next(Duration patience) throws InterruptedException {
        return waiting.poll(patience.toMillis(), TimeUnit.MILLISECONDS);
    }
}
