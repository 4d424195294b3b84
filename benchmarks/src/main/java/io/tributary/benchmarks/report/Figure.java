package io.tributary.benchmarks.report;

import org.jspecify.annotations.Nullable;

/**
 * One measured number.
 *
 * @param name what it is, as {@code group/detail}
 * @param value the number; null where it could not be measured, which {@code note} then explains
 * @param unit its unit
 * @param baseline what it is compared with, measured in the same run in the same unit
 * @param note spread, name of the baseline, or the limit it must keep
 */
public record Figure(
        String name,
        @Nullable Double value,
        String unit,
        @Nullable Double baseline,
        String note) {

    /** A number by itself. */
    public static Figure of(String name, double value, String unit, String note) {
        return new Figure(name, value, unit, null, note);
    }

    /** A number and its baseline. */
    public static Figure of(String name, double value, String unit, double baseline, String note) {
        return new Figure(name, value, unit, baseline, note);
    }

    /** What could not be measured, and why. */
    public static Figure skipped(String name, String why) {
        return new Figure(name, null, "", null, why);
    }

    /** How many times the baseline it is. */
    public @Nullable Double ratio() {
        return value == null || baseline == null || baseline == 0 ? null : value / baseline;
    }
}
