package io.tributary.api.streams;

import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.errors.StreamsNotStartedException;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;

/** Stores of streams that are started later: the API must listen before the streams can say where it listens. */
public final class LateStores implements StoreReader {

    private final AtomicReference<StoreReader> started = new AtomicReference<>((store, partition) -> {
        throw new StreamsNotStartedException("the streams have not been started");
    });

    /** From now on these. */
    public void startedAs(StoreReader stores) {
        started.set(stores);
    }

    @Override
    public ReadOnlyKeyValueStore<Bytes, byte[]> open(String store, int partition) {
        StoreReader stores = started.get();
        if (stores == null) {
            throw new StreamsNotStartedException("the streams have not been started");
        }
        return stores.open(store, partition);
    }
}
