package io.tributary.topologies;

import io.tributary.avro.ClassifiedTransaction;
import io.tributary.topologies.flow.LedgerChange;
import io.tributary.topologies.flow.Origin;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/** Remembers entries as a ledger does and makes the change from the state before to the one put. */
public final class TestChanges {

    private final Map<String, ClassifiedTransaction> entries = new HashMap<>();
    private long offset;

    /** The change to this state, recorded the moment it happened. */
    public LedgerChange put(TestEntries entry) {
        ClassifiedTransaction after = entry.build();
        return put(after, after.getSortAt(), false);
    }

    /** The change to this state, recorded later. */
    public LedgerChange put(TestEntries entry, Instant recordedAt) {
        return put(entry.build(), recordedAt, false);
    }

    /** The change to this state, made by a job the moment it happened. */
    public LedgerChange restate(TestEntries entry) {
        ClassifiedTransaction after = entry.build();
        return put(after, after.getSortAt(), true);
    }

    private LedgerChange put(ClassifiedTransaction after, Instant recordedAt, boolean restated) {
        ClassifiedTransaction before = entries.put(after.getTransactionId(), after);
        Origin origin = new Origin("expenses.raw", 0, offset++, recordedAt, null, null);
        return new LedgerChange(after.getUserId(), before, after, origin, restated);
    }
}
