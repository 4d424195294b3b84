package io.tributary.topologies.ledger;

import io.tributary.avro.MonthlyAggregate;
import io.tributary.avro.UserState;
import io.tributary.topologies.flow.DeadLetter;
import io.tributary.topologies.flow.LedgerChange;
import io.tributary.topologies.flow.Outlet;
import io.tributary.topologies.flow.Rejected;

/** Where the ledger sends what it decided. */
final class LedgerOutlets {

    static final Outlet<LedgerChange> CHANGES = new Outlet<>("ledger-changes", LedgerChange.class);
    static final Outlet<MonthlyAggregate> AGGREGATES = new Outlet<>("ledger-aggregates", MonthlyAggregate.class);
    static final Outlet<UserState> SETTINGS = new Outlet<>("ledger-settings", UserState.class);
    static final Outlet<Object> FEATURES = new Outlet<>("ledger-features", Object.class);
    static final Outlet<Rejected> REJECTED = new Outlet<>("ledger-rejected", Rejected.class);
    static final Outlet<DeadLetter> DEAD_LETTERS = new Outlet<>("ledger-dead-letters", DeadLetter.class);

    private LedgerOutlets() {}
}
