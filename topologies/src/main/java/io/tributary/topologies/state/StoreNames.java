package io.tributary.topologies.state;

import java.util.List;

/** The six stores. Their names are part of changelog topic names: changing one is a migration. */
public final class StoreNames {

    /** Ledger entries by transaction id, and their time order. */
    public static final String LEDGER = "ledger";

    /** Calendar totals: a row per user, month and currency. */
    public static final String TOTALS = "totals";

    /** Hits by merchant in time order. */
    public static final String MERCHANTS = "merchants";

    /** Profiles, rules, corrections and bucket overrides. */
    public static final String USERS = "users";

    /** Findings by id. */
    public static final String INSIGHTS = "insights";

    /** Jobs, deadlines and verdicts. */
    public static final String JOBS = "jobs";

    private static final List<String> ALL = List.of(LEDGER, TOTALS, MERCHANTS, USERS, INSIGHTS, JOBS);

    private StoreNames() {}

    /** All six, in flow order. */
    public static List<String> all() {
        return ALL;
    }
}
