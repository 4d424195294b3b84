package io.tributary.api.ingest;

import io.tributary.avro.Continue;
import io.tributary.avro.RawTransaction;
import io.tributary.avro.Tick;
import io.tributary.avro.UserCommand;
import io.tributary.schemas.Partitioning;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.apache.avro.specific.SpecificRecord;

/** A log that keeps records on the heap. */
public final class RawLogInMemory implements RawLog {

    private final int partitions;
    private final List<List<SpecificRecord>> records = new ArrayList<>();

    /** Empty. */
    public RawLogInMemory(int partitions) {
        this.partitions = partitions;
        for (int i = 0; i < partitions; i++) {
            records.add(new ArrayList<>());
        }
    }

    /** All records, partition by partition. */
    public synchronized List<SpecificRecord> records() {
        return records.stream().flatMap(List::stream).toList();
    }

    @Override
    public CompletableFuture<Appended> append(RawTransaction fact) {
        return add(fact, Partitioning.partition(fact.getUserId(), partitions));
    }

    @Override
    public CompletableFuture<Appended> append(UserCommand command) {
        return add(command, Partitioning.partition(command.getUserId(), partitions));
    }

    @Override
    public CompletableFuture<Appended> append(Continue step, int partition) {
        return add(step, partition);
    }

    @Override
    public CompletableFuture<Appended> append(Tick tick, int partition) {
        return add(tick, partition);
    }

    @Override
    public int partitions() {
        return partitions;
    }

    private synchronized CompletableFuture<Appended> add(SpecificRecord message, int partition) {
        records.get(partition).add(message);
        return CompletableFuture.completedFuture(
                new Appended(partition, records.get(partition).size() - 1));
    }
}
