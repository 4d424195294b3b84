package io.tributary.topologies.ledger;

import java.time.Duration;
import java.time.ZoneId;

/**
 * Settings of the ledger.
 *
 * @param defaultZone the time zone of users who gave none
 * @param cachedEntries entries a partition keeps decoded on the heap
 * @param cachedTotals rows of totals a partition keeps decoded on the heap
 * @param cachedUsers users whose settings a partition keeps decoded on the heap
 * @param jobRows rows a job looks at in one step
 * @param jobChanges rows a job changes in one step at the most; together with the pacemaker's pace it bounds how long
 *     other users of the partition wait
 * @param keepJobs how long an ended job can be asked for
 * @param verdicts outcomes of commands a partition keeps
 */
public record LedgerConfig(
        ZoneId defaultZone,
        int cachedEntries,
        int cachedTotals,
        int cachedUsers,
        int jobRows,
        int jobChanges,
        Duration keepJobs,
        int verdicts) {

    /** Refuses what makes no sense. */
    public LedgerConfig {
        positive("ledger.cached.entries", cachedEntries);
        positive("ledger.cached.totals", cachedTotals);
        positive("ledger.cached.users", cachedUsers);
        positive("ledger.job.rows", jobRows);
        positive("ledger.job.changes", jobChanges);
        positive("ledger.verdicts", verdicts);
        if (keepJobs.isNegative() || keepJobs.isZero()) {
            throw new IllegalArgumentException("ledger.keep.jobs: " + keepJobs + ": must be longer than nothing");
        }
    }

    /** What fits most. */
    public static LedgerConfig defaults() {
        return new LedgerConfig(ZoneId.of("UTC"), 10_000, 10_000, 10_000, 1_000, 250, Duration.ofDays(7), 10_000);
    }

    private static void positive(String key, int value) {
        if (value <= 0) {
            throw new IllegalArgumentException(key + ": " + value + ": must be 1 or more");
        }
    }
}
