package io.tributary.topologies.state;

import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.common.utils.Bytes;
import org.jspecify.annotations.Nullable;

/**
 * What one step means to write. Rows are encoded as they are added, so that everything that can fail has failed before
 * the first put: a step is written whole or not at all.
 */
public final class Writes {

    private final List<Write<?>> writes = new ArrayList<>();
    private final List<Runnable> afterwards = new ArrayList<>();

    /** Adds a row. */
    public <R> void put(RowTable<R> table, Bytes key, R row) {
        writes.add(new Write<>(table, key, table.encoded(row), row));
    }

    /** Adds a removal. */
    public <R> void delete(RowTable<R> table, Bytes key) {
        writes.add(new Write<>(table, key, null, null));
    }

    /** Adds everything that another holds. */
    public void add(Writes others) {
        writes.addAll(others.writes);
        afterwards.addAll(others.afterwards);
    }

    /** Adds what is to be done to a cache once everything has been put. */
    public void afterwards(Runnable refresh) {
        afterwards.add(refresh);
    }

    /** Puts everything, in the order in which it was added. */
    public void run() {
        writes.forEach(Write::run);
        writes.clear();
        afterwards.forEach(Runnable::run);
        afterwards.clear();
    }

    private static final class Write<R> {

        private final RowTable<R> table;
        private final Bytes key;
        private final byte @Nullable [] bytes;
        private final @Nullable R row;

        Write(RowTable<R> table, Bytes key, byte @Nullable [] bytes, @Nullable R row) {
            this.table = table;
            this.key = key;
            this.bytes = bytes;
            this.row = row;
        }

        void run() {
            table.write(key, bytes, row);
        }
    }
}
