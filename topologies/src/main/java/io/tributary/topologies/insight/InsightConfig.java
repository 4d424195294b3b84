package io.tributary.topologies.insight;

import java.time.Duration;

/**
 * Settings of the insight feature.
 *
 * @param large LARGE_TRANSACTION
 * @param duplicate DUPLICATE_CHARGE
 * @param announcedFor how old what a finding tells of may be, when recorded, to be announced and not only kept
 * @param cachedMerchants merchants of users whose open findings a task keeps on the heap
 */
public record InsightConfig(Large large, Duplicate duplicate, Duration announcedFor, int cachedMerchants) {

    /** Findings of a user that are kept, the newest by the time of what they tell of. */
    public static final int KEPT = 1_000;

    /**
     * Hits before a hit that decide what is found on it. A slice is twice as long, so what is found on a hit stays the
     * same while newer ones come, until it has left the newer half of the slice; from then on it is not judged again.
     */
    public static final int MEMORY = 24;

    /** What is used unless the configuration says otherwise. */
    public static final InsightConfig DEFAULTS = new InsightConfig(
            new Large(6, 2.5, 50, 50, 25), new Duplicate(Duration.ofMinutes(10)), Duration.ofDays(7), 20_000);

    /** Refuses nonsense. */
    public InsightConfig {
        require(!announcedFor.isNegative(), "insight.announced-for", announcedFor, "must not be negative");
        require(cachedMerchants >= 1, "insight.cached-merchants", cachedMerchants, "must be at least 1");
    }

    /**
     * Rule of LARGE_TRANSACTION.
     *
     * @param earlier earlier outflows needed, of the same merchant and currency
     * @param score standard deviations of the square root of the amount above the mean of the earlier ones
     * @param amountUnits least amount, in whole units of the currency
     * @param effectUnits least excess over the median, in whole units of the currency
     * @param effectPercent least excess over the median, in percent of the mean of the earlier ones
     */
    public record Large(int earlier, double score, int amountUnits, int effectUnits, int effectPercent) {

        /** Refuses nonsense. */
        public Large {
            require(
                    earlier >= 2 && earlier <= MEMORY,
                    "insight.large.earlier",
                    earlier,
                    "must be from 2 to " + MEMORY + ", the hits that are looked back on");
            require(score > 0 && score <= 100, "insight.large.score", score, "must be above 0 and at most 100");
            require(amountUnits >= 0, "insight.large.amount-units", amountUnits, "must not be negative");
            require(effectUnits >= 0, "insight.large.effect-units", effectUnits, "must not be negative");
            require(
                    effectPercent >= 0 && effectPercent <= 1_000,
                    "insight.large.effect-percent",
                    effectPercent,
                    "must be from 0 to 1000");
        }
    }

    /**
     * Rule of DUPLICATE_CHARGE.
     *
     * @param within how far apart two equal charges may be
     */
    public record Duplicate(Duration within) {

        /** Refuses nonsense. */
        public Duplicate {
            require(
                    !within.isNegative() && !within.isZero() && within.compareTo(Duration.ofDays(1)) <= 0,
                    "insight.duplicate.within",
                    within,
                    "must be above 0 and at most a day");
        }
    }

    private static void require(boolean holds, String key, Object value, String rule) {
        if (!holds) {
            throw new IllegalArgumentException(key + "=" + value + ": " + rule);
        }
    }
}
