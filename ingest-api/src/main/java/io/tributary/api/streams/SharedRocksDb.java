package io.tributary.api.streams;

import java.util.Map;
import org.apache.kafka.streams.state.RocksDBConfigSetter;
import org.rocksdb.BlockBasedTableConfig;
import org.rocksdb.BloomFilter;
import org.rocksdb.Cache;
import org.rocksdb.LRUCache;
import org.rocksdb.Options;
import org.rocksdb.RocksDB;
import org.rocksdb.WriteBufferManager;

/** One block cache and one budget of write buffers for all stores of an instance, so that its memory has a bound. */
public final class SharedRocksDb implements RocksDBConfigSetter {

    /** Where {@link Memory} travels in the Streams configuration, which is how an instance of this class gets it. */
    static final String MEMORY = "tributary.rocksdb.memory";

    private static final int BLOCK_BYTES = 16 * 1024;
    private static final double BLOOM_BITS = 10;

    /**
     * What a write buffer takes at a time. The default of 1 MiB, times six stores, times the partitions, is most of the
     * shared budget before anything has been written; a store that finds the budget used flushes its own few rows, and
     * hundreds of tiny files are what every read then looks into.
     */
    private static final long ARENA_BYTES = 256 * 1024;

    /** Share of a write buffer that answers "not here" without a search: most keys that are looked up are new. */
    private static final double MEMTABLE_BLOOM = 0.02;

    /** What the stores share. Closed after the streams. */
    public static final class Memory implements AutoCloseable {

        private final Cache cache;
        private final WriteBufferManager buffers;
        private final BloomFilter bloom;

        /** Budgets in bytes. */
        public Memory(long cacheBytes, long writeBufferBytes) {
            // Without it the constructors below find no native code.
            RocksDB.loadLibrary();
            this.cache = new LRUCache(cacheBytes);
            this.buffers = new WriteBufferManager(writeBufferBytes, cache);
            this.bloom = new BloomFilter(BLOOM_BITS);
        }

        @Override
        public void close() {
            bloom.close();
            buffers.close();
            cache.close();
        }
    }

    /** For Streams, which makes one for every store. */
    public SharedRocksDb() {}

    @Override
    public void setConfig(String storeName, Options options, Map<String, Object> configs) {
        if (!(configs.get(MEMORY) instanceof Memory memory)) {
            throw new IllegalStateException("the shared memory is missing from the Streams configuration");
        }
        BlockBasedTableConfig table = (BlockBasedTableConfig) options.tableFormatConfig();
        table.setBlockCache(memory.cache);
        table.setBlockSize(BLOCK_BYTES);
        table.setCacheIndexAndFilterBlocks(true);
        table.setPinL0FilterAndIndexBlocksInCache(true);
        table.setFilterPolicy(memory.bloom);
        options.setTableFormatConfig(table);
        options.setWriteBufferManager(memory.buffers);
        options.setMemtablePrefixBloomSizeRatio(MEMTABLE_BLOOM);
        options.setMemtableWholeKeyFiltering(true);
        options.setArenaBlockSize(ARENA_BYTES);
    }

    @Override
    public void close(String storeName, Options options) {
        // The memory is shared: its owner closes it once all stores are closed.
    }
}
