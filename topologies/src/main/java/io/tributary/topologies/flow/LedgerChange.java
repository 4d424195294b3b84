package io.tributary.topologies.flow;

import io.tributary.avro.ClassifiedTransaction;
import org.jspecify.annotations.Nullable;

/**
 * One entry of the ledger went from one state to another. Everything downstream is a function of these: it takes
 * {@code before} out and puts {@code after} in.
 *
 * @param user whose entry it is
 * @param before the entry as it was; null when it is new
 * @param after the entry as it is; null when it is gone for good
 * @param origin what caused the change
 * @param restated true when a job made the change, false when a fact or a command did
 * @param reach whom it is for
 */
public record LedgerChange(
        String user,
        @Nullable ClassifiedTransaction before,
        @Nullable ClassifiedTransaction after,
        Origin origin,
        boolean restated,
        Reach reach)
        implements Reached {

    /** A change for everybody. */
    public LedgerChange(
            String user,
            @Nullable ClassifiedTransaction before,
            @Nullable ClassifiedTransaction after,
            Origin origin,
            boolean restated) {
        this(user, before, after, origin, restated, Reach.EVERYBODY);
    }

    /** The change as far as it concerns those who know of one side of it, or of both. */
    public LedgerChange seen(
            @Nullable ClassifiedTransaction knownBefore, @Nullable ClassifiedTransaction knownAfter, Reach whom) {
        return new LedgerChange(user, knownBefore, knownAfter, origin, restated, whom);
    }
}
