package io.tributary.topologies.guard;

import io.tributary.topologies.flow.DeadLetter;
import io.tributary.topologies.flow.JobEnded;
import io.tributary.topologies.flow.LedgerChange;
import io.tributary.topologies.flow.Outlet;

/** Where the guard sends what the ledger tells. */
final class FeedOutlets {

    static final Outlet<LedgerChange> CHANGES = new Outlet<>("feature-changes", LedgerChange.class);
    static final Outlet<JobEnded> JOBS_ENDED = new Outlet<>("feature-jobs-ended", JobEnded.class);
    static final Outlet<DeadLetter> DEAD_LETTERS = new Outlet<>("feature-dead-letters", DeadLetter.class);

    private FeedOutlets() {}
}
