package io.tributary.api.streams;

import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.errors.InvalidStateStoreException;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;

/** Opens a partition of a state store for reading. */
@FunctionalInterface
public interface StoreReader {

    /**
     * The store's rows of one partition of the log.
     *
     * @throws InvalidStateStoreException while the partition is elsewhere, being moved or being restored
     */
    ReadOnlyKeyValueStore<Bytes, byte[]> open(String store, int partition);
}
