package io.tributary.topologies.ledger;

import io.tributary.schemas.serde.SpecificDecoder;
import java.util.Map;

/**
 * What the ledger's state is built from anew.
 *
 * @param entries the topic of ledger entries; anything else holds settings and jobs
 * @param decoder reads both
 * @param cut by partition, the first offset of the log that the state must not know
 */
public record Seed(String entries, SpecificDecoder decoder, Map<Integer, Long> cut) {

    /** Keeps a copy. */
    public Seed {
        cut = Map.copyOf(cut);
    }
}
