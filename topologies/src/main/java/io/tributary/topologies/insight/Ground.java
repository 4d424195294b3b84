package io.tributary.topologies.insight;

import io.tributary.topologies.flow.JobEnded;
import io.tributary.topologies.flow.LedgerChange;
import io.tributary.topologies.flow.MerchantSlice;
import io.tributary.topologies.flow.Reach;
import io.tributary.topologies.flow.Reached;

/** What findings stand on: the one input of the processor, so that one node owns the store. */
sealed interface Ground extends Reached {

    /** A merchant's newest hits. */
    record OfMerchant(MerchantSlice slice) implements Ground {

        @Override
        public Reach reach() {
            return slice.reach();
        }
    }

    /** An entry of the ledger. */
    record OfEntry(LedgerChange change) implements Ground {

        @Override
        public Reach reach() {
            return change.reach();
        }
    }

    /** A job. */
    record OfJob(JobEnded ended) implements Ground {

        @Override
        public Reach reach() {
            return ended.reach();
        }
    }
}
