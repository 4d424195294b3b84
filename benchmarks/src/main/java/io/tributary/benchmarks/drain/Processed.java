package io.tributary.benchmarks.drain;

import io.tributary.topologies.progress.PositionSink;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;

/** Notes when processing began, joining the group being no part of draining, and counts. */
final class Processed implements PositionSink {

    private final AtomicLong nanos = new AtomicLong();
    private final LongAdder records = new LongAdder();

    @Override
    public void opened(int partition) {
        // nothing has been processed yet
    }

    @Override
    public void reached(int partition, long offset) {
        records.increment();
        if (nanos.get() == 0) {
            nanos.compareAndSet(0, System.nanoTime());
        }
    }

    @Override
    public void closed(int partition) {
        // what was processed before still counts
    }

    /** When the first record had been processed, on the clock of {@link System#nanoTime}. */
    long nanos() {
        return nanos.get();
    }

    /** How many records have been processed, those whose work was rolled back included. */
    long count() {
        return records.sum();
    }
}
