package io.tributary.topologies.ledger;

import org.apache.kafka.streams.kstream.KStream;
import org.apache.kafka.streams.kstream.Named;

/**
 * Builds the ledger's four stores from the current values that the ledger published, under the names and in the
 * partitions in which the ledger itself keeps them.
 */
public final class SeedTopology {

    private final LedgerConfig config;
    private final Seed seed;

    /** With the ledger's own settings: they say how long ended jobs are known. */
    public SeedTopology(LedgerConfig config, Seed seed) {
        this.config = config;
        this.seed = seed;
    }

    /** Fills the stores with these. */
    public void apply(KStream<byte[], byte[]> published) {
        published.process(new SeedProcessor.Supplier(config, seed), Named.as("ledger-seed"));
    }
}
