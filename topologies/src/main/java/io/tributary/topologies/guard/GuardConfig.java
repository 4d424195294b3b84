package io.tributary.topologies.guard;

/**
 * Settings of the guard.
 *
 * @param rows rows that one step of a rebuild clears or walks at most; with the pacemaker's pace it bounds how long other
 *     users of the partition wait
 * @param mostSkipped transactions of a user that a feature may fail on before its rebuild is given up
 */
public record GuardConfig(int rows, int mostSkipped) {

    /** What is used unless the configuration says otherwise. */
    public static final GuardConfig DEFAULTS = new GuardConfig(250, 500);

    /** Refuses what makes no sense, or what no row could hold. */
    public GuardConfig {
        require(rows >= 1 && rows <= 1_000, "guard.rows", rows, "must be from 1 to 1000");
        require(mostSkipped >= 1 && mostSkipped <= 900, "guard.most-skipped", mostSkipped, "must be from 1 to 900");
    }

    private static void require(boolean holds, String key, int value, String rule) {
        if (!holds) {
            throw new IllegalArgumentException(key + "=" + value + ": " + rule);
        }
    }
}
