package io.tributary.api.ingest;

import io.tributary.api.ingest.RawLog.Appended;
import io.tributary.api.position.Positions;
import io.tributary.api.streams.Views;
import io.tributary.avro.ClassifiedTransaction;
import io.tributary.topologies.flow.ContentDigest;
import java.util.Optional;
import org.apache.kafka.streams.errors.InvalidStateStoreException;

/** Reads off the ledger what became of a fact, once the state has passed it. */
final class FactVerdicts {

    private final Positions positions;
    private final Views views;

    FactVerdicts(Positions positions, Views views) {
        this.positions = positions;
        this.views = views;
    }

    /** When a wait that begins now has to end, on the nano clock. */
    static long deadline() {
        return System.nanoTime() + Positions.PATIENCE.toNanos();
    }

    /** Waits until {@code deadline} at most. */
    FactVerdict of(Reading.Fact posted, Appended appended, long deadline) {
        if (!positions.reaches(appended.partition(), appended.offset(), deadline)) {
            return new FactVerdict.Undecided();
        }
        String user = posted.fact().getUserId();
        try {
            Optional<ClassifiedTransaction> entry = views.ledger(user).find(user, posted.id());
            return entry.map(row -> of(posted, appended, row)).orElseGet(FactVerdict.Refused::new);
        } catch (InvalidStateStoreException elsewhere) {
            // The log has it: that the state is on another instance, or on its way, makes it no failure.
            return new FactVerdict.Undecided();
        }
    }

    private static FactVerdict of(Reading.Fact posted, Appended appended, ClassifiedTransaction entry) {
        if (entry.getFirstOffset() == appended.offset()) {
            return new FactVerdict.Created(entry);
        }
        if (!posted.isKeyed()) {
            return new FactVerdict.Applied(entry);
        }
        return entry.getFirstDigest() == new ContentDigest().of(posted.fact())
                ? new FactVerdict.Replayed(entry)
                : new FactVerdict.KeyReused();
    }
}
