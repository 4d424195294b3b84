package io.tributary.topologies.guard;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.processor.StateStore;
import org.apache.kafka.streams.processor.StateStoreContext;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/**
 * A feature's store that can take back what was written since it was told to remember. Remembering costs a read a write;
 * not remembering costs nothing.
 */
final class Undo implements KeyValueStore<Bytes, byte[]> {

    private final KeyValueStore<Bytes, byte[]> store;
    private final Deque<KeyValue<Bytes, byte @Nullable []>> befores = new ArrayDeque<>();
    private boolean remembering;

    Undo(KeyValueStore<Bytes, byte[]> store) {
        this.store = store;
    }

    /** From here on. */
    void remember() {
        befores.clear();
        remembering = true;
    }

    /** What was written stays. */
    void forget() {
        befores.clear();
        remembering = false;
    }

    /** Puts everything back as it was when told to remember. */
    void takeBack() {
        remembering = false;
        while (!befores.isEmpty()) {
            KeyValue<Bytes, byte @Nullable []> last = befores.pop();
            store.put(last.key, last.value);
        }
    }

    private void note(Bytes key) {
        if (remembering) {
            befores.push(KeyValue.pair(key, store.get(key)));
        }
    }

    @Override
    public void put(Bytes key, byte @Nullable [] value) {
        note(key);
        store.put(key, value);
    }

    @Override
    public byte @Nullable [] putIfAbsent(Bytes key, byte[] value) {
        note(key);
        return store.putIfAbsent(key, value);
    }

    @Override
    public void putAll(List<KeyValue<Bytes, byte[]>> entries) {
        entries.forEach(entry -> note(entry.key));
        store.putAll(entries);
    }

    @Override
    public byte @Nullable [] delete(Bytes key) {
        note(key);
        return store.delete(key);
    }

    @Override
    public byte @Nullable [] get(Bytes key) {
        return store.get(key);
    }

    @Override
    public KeyValueIterator<Bytes, byte[]> range(@Nullable Bytes from, @Nullable Bytes to) {
        return store.range(from, to);
    }

    @Override
    public KeyValueIterator<Bytes, byte[]> reverseRange(@Nullable Bytes from, @Nullable Bytes to) {
        return store.reverseRange(from, to);
    }

    @Override
    public KeyValueIterator<Bytes, byte[]> all() {
        return store.all();
    }

    @Override
    public KeyValueIterator<Bytes, byte[]> reverseAll() {
        return store.reverseAll();
    }

    @Override
    public <P extends org.apache.kafka.common.serialization.Serializer<Q>, Q>
            KeyValueIterator<Bytes, byte[]> prefixScan(Q prefix, P serializer) {
        return store.prefixScan(prefix, serializer);
    }

    @Override
    public long approximateNumEntries() {
        return store.approximateNumEntries();
    }

    @Override
    public String name() {
        return store.name();
    }

    @Override
    public void init(StateStoreContext context, StateStore root) {
        throw new UnsupportedOperationException("Streams opens stores, features do not");
    }

    @Override
    public void close() {
        throw new UnsupportedOperationException("Streams closes stores, features do not");
    }

    @Override
    public boolean persistent() {
        return store.persistent();
    }

    @Override
    public boolean isOpen() {
        return store.isOpen();
    }
}
