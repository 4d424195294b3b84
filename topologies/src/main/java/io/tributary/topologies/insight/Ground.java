package io.tributary.topologies.insight;

import io.tributary.topologies.flow.JobEnded;
import io.tributary.topologies.flow.LedgerChange;
import io.tributary.topologies.flow.MerchantSlice;

/** What findings stand on: the one input of the processor, so that one node owns the store. */
sealed interface Ground {

    /** A merchant's newest hits. */
    record OfMerchant(MerchantSlice slice) implements Ground {}

    /** An entry of the ledger. */
    record OfEntry(LedgerChange change) implements Ground {}

    /** A job. */
    record OfJob(JobEnded ended) implements Ground {}
}
