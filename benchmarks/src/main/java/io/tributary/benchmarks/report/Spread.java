package io.tributary.benchmarks.report;

import java.util.Locale;

/**
 * Several measurements of one thing.
 *
 * @param min the smallest
 * @param median the middle one, or the mean of the two in the middle
 * @param max the largest
 */
public record Spread(double min, double median, double max) {

    /**
     * Of these values.
     *
     * @throws IllegalArgumentException when there are none
     */
    public static Spread of(double... values) {
        if (values.length == 0) {
            throw new IllegalArgumentException("a spread needs a value");
        }
        double[] sorted = values.clone();
        java.util.Arrays.sort(sorted);
        int upper = sorted.length / 2;
        double median = sorted.length % 2 == 1 ? sorted[upper] : (sorted[upper - 1] + sorted[upper]) / 2;
        return new Spread(sorted[0], median, sorted[sorted.length - 1]);
    }

    /** The range in words, whole numbers. */
    public String range() {
        return String.format(Locale.ROOT, "%,.0f–%,.0f", min, max);
    }
}
