package io.tributary.topologies.state;

import java.util.function.Function;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/**
 * Rows of one kind in a store, with a bounded heap cache of decoded rows in front. Belongs to the one processor that
 * writes them; rows are immutable. The cache is filled after a put, never before, so it never holds what a failed step
 * meant to write.
 *
 * @param <R> the decoded row
 */
public final class RowTable<R> {

    private final KeyValueStore<Bytes, byte[]> store;
    private final Function<R, byte[]> encode;
    private final Function<byte[], R> decode;
    private final RowCache<Bytes, R> cache;

    /** Rows of {@code store}, of which at most {@code cached} are kept decoded. */
    public RowTable(
            KeyValueStore<Bytes, byte[]> store, Function<R, byte[]> encode, Function<byte[], R> decode, int cached) {
        this.store = store;
        this.encode = encode;
        this.decode = decode;
        this.cache = new RowCache<>(cached);
    }

    /** The row, from the cache or the store; null where there is none. */
    public @Nullable R get(Bytes key) {
        R cached = cache.get(key);
        if (cached != null) {
            return cached;
        }
        byte[] bytes = store.get(key);
        if (bytes == null) {
            return null;
        }
        R row = decode.apply(bytes);
        cache.put(key, row);
        return row;
    }

    /** Walks rows from {@code from} on, before {@code to}, in key order, until told to stop. */
    public void walk(Bytes from, Bytes to, Visitor<R> visitor) {
        try (KeyValueIterator<Bytes, byte[]> rows = store.range(from, to)) {
            boolean more = true;
            while (more && rows.hasNext()) {
                KeyValue<Bytes, byte[]> row = rows.next();
                more = row.key.compareTo(to) < 0 && visitor.visit(row.key, decode.apply(row.value));
            }
        }
    }

    byte[] encoded(R row) {
        return encode.apply(row);
    }

    void write(Bytes key, byte @Nullable [] bytes, @Nullable R row) {
        store.put(key, bytes);
        if (row == null) {
            cache.remove(key);
        } else {
            cache.put(key, row);
        }
    }

    /**
     * Sees rows in key order.
     *
     * @param <R> the decoded row
     */
    @FunctionalInterface
    public interface Visitor<R> {

        /** Looks at a row; false ends the walk. */
        boolean visit(Bytes key, R row);
    }
}
