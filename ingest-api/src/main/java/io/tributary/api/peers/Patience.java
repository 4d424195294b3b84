package io.tributary.api.peers;

import io.tributary.api.position.Positions;
import java.time.Duration;

/** How long a request waits for a partition that is on its way from one instance to another, and how often it looks. */
final class Patience {

    private static final Duration LOOK = Duration.ofMillis(50);

    private final Owners owners;
    private final long deadline = System.nanoTime() + Positions.PATIENCE.toNanos();

    Patience(Owners owners) {
        this.owners = owners;
    }

    /** Waits a little; false once that is enough, or where nothing is on its way. */
    boolean lasts() {
        if (System.nanoTime() >= deadline || !owners.isInMotion()) {
            return false;
        }
        try {
            Thread.sleep(LOOK.toMillis());
            return true;
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
