package io.tributary.topologies.ledger;

import io.tributary.avro.ClassifiedTransaction;
import io.tributary.avro.MonthlyAggregate;
import io.tributary.avro.UserState;
import io.tributary.topologies.flow.DeadLetter;
import io.tributary.topologies.flow.JobEnded;
import io.tributary.topologies.flow.LedgerChange;
import io.tributary.topologies.flow.Origin;
import io.tributary.topologies.flow.Rejected;
import io.tributary.topologies.state.Writes;
import io.tributary.topologies.totals.TotalsEdit;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.jspecify.annotations.Nullable;

/**
 * Everything one record does: collected while deciding, then written, then told. Nothing has been written when deciding
 * throws, and everything that is told has been written.
 */
final class LedgerStep {

    private final String userId;
    private final byte[] user;
    private final Origin origin;
    private final EntryTable entries;
    private final TotalsEdit totals;
    private final Writes writes = new Writes();
    private final List<LedgerChange> changes = new ArrayList<>(1);
    private final List<UserState> settings = new ArrayList<>(0);
    private final List<JobEnded> jobsEnded = new ArrayList<>(0);
    private final List<Rejected> rejected = new ArrayList<>(0);
    private final List<DeadLetter> deadLetters = new ArrayList<>(0);
    private List<MonthlyAggregate> aggregates = List.of();

    LedgerStep(String userId, byte[] user, Origin origin, LedgerTables tables) {
        this.userId = userId;
        this.user = user;
        this.origin = origin;
        this.entries = tables.entries();
        this.totals = new TotalsEdit(tables.totals(), user);
    }

    String userId() {
        return userId;
    }

    byte[] user() {
        return user;
    }

    Origin origin() {
        return origin;
    }

    /** What is written beside entries and totals. */
    Writes writes() {
        return writes;
    }

    /** An entry changes; each at most once a step. When this throws, the step is as it was. */
    void change(@Nullable ClassifiedTransaction before, ClassifiedTransaction after, boolean restated) {
        Writes rows = new Writes();
        entries.write(rows, user, before, after);
        totals.change(before, after);
        writes.add(rows);
        changes.add(new LedgerChange(userId, before, after, origin, restated));
    }

    void tell(UserState state) {
        settings.add(state);
    }

    void tell(JobEnded ended) {
        jobsEnded.add(ended);
    }

    void tell(Rejected rejection) {
        rejected.add(rejection);
    }

    void tell(DeadLetter deadLetter) {
        deadLetters.add(deadLetter);
    }

    /** The last of deciding: encodes and computes all that is still to be, so that nothing is left that can fail. */
    void prepare() {
        totals.writeTo(writes);
        aggregates = totals.aggregates(userId, origin.offset());
    }

    /** Writes, then tells what was prepared. */
    void commit(ProcessorContext<String, Object> context) {
        writes.run();
        long now = origin.recordedAt().toEpochMilli();
        changes.forEach(change -> LedgerOutlets.CHANGES.send(context, userId, change, now));
        changes.forEach(change -> LedgerOutlets.FEATURES.send(context, userId, change, now));
        aggregates.forEach(cell -> LedgerOutlets.AGGREGATES.send(context, userId, cell, now));
        settings.forEach(state -> LedgerOutlets.SETTINGS.send(context, userId, state, now));
        jobsEnded.forEach(ended -> LedgerOutlets.FEATURES.send(context, userId, ended, now));
        rejected.forEach(rejection -> LedgerOutlets.REJECTED.send(context, userId, rejection, now));
        deadLetters.forEach(letter -> LedgerOutlets.DEAD_LETTERS.send(context, userId, letter, now));
    }
}
