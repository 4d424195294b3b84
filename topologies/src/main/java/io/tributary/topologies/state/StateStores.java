package io.tributary.topologies.state;

import java.util.Map;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;

/** How every store of the topology is built: RocksDB, bytes to bytes, with a changelog that restores quickly. */
public final class StateStores {

    /**
     * Restore time is linear in the changelog, and only closed segments are compacted: small, short segments and an
     * eager cleaner keep the tail of overwritten rows short.
     */
    private static final Map<String, String> CHANGELOG = Map.of(
            TopicConfig.SEGMENT_BYTES_CONFIG, String.valueOf(64 * 1024 * 1024),
            TopicConfig.SEGMENT_MS_CONFIG, String.valueOf(3_600_000),
            TopicConfig.MIN_CLEANABLE_DIRTY_RATIO_CONFIG, "0.2");

    private StateStores() {}

    /**
     * The store of that name, without Streams' record cache: the features keep decoded rows on the heap themselves.
     *
     * @param name one of {@link StoreNames}
     */
    public static StoreBuilder<KeyValueStore<Bytes, byte[]>> keyValue(String name) {
        return Stores.keyValueStoreBuilder(Stores.persistentKeyValueStore(name), Serdes.Bytes(), Serdes.ByteArray())
                .withLoggingEnabled(CHANGELOG)
                .withCachingDisabled();
    }
}
