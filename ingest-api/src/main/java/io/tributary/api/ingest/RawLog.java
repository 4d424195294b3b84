package io.tributary.api.ingest;

import io.tributary.avro.Continue;
import io.tributary.avro.RawTransaction;
import io.tributary.avro.Tick;
import io.tributary.avro.UserCommand;
import java.util.concurrent.CompletableFuture;

/** Appends to expenses.raw, the one log that everything is derived from. */
public interface RawLog {

    /**
     * Where a record was appended.
     *
     * @param partition the partition
     * @param offset its offset there
     */
    record Appended(int partition, long offset) {}

    /** Appends a fact; completes when the log has it for good. */
    CompletableFuture<Appended> append(RawTransaction fact);

    /** Appends a command. */
    CompletableFuture<Appended> append(UserCommand command);

    /** Appends the next step of a job to the partition that has the job. */
    CompletableFuture<Appended> append(Continue step, int partition);

    /** Appends a tick to a partition. */
    CompletableFuture<Appended> append(Tick tick, int partition);

    /** How many partitions the log has. */
    int partitions();
}
