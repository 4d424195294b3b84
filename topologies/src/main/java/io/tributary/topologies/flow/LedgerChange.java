package io.tributary.topologies.flow;

import io.tributary.avro.ClassifiedTransaction;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One entry of the ledger went from one state to another. Everything downstream is a function of these: it takes
 * {@code before} out and puts {@code after} in.
 *
 * @param user whose entry it is
 * @param before the entry as it was; null when it is new
 * @param after the entry as it is; null when it is gone for good
 * @param recordedAt when the log took what caused the change
 * @param offset where on expenses.raw that is
 * @param restated true when a job made the change, false when a fact or a command did
 */
public record LedgerChange(
        String user,
        @Nullable ClassifiedTransaction before,
        @Nullable ClassifiedTransaction after,
        Instant recordedAt,
        long offset,
        boolean restated) {}
