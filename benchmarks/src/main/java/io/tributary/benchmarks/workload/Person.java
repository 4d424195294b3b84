package io.tributary.benchmarks.workload;

import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/** One user: the lines they come back to, the most frequent first, each with its usual amount. */
final class Person {

    private static final String[] CURRENCIES = {"GBP", "GBP", "GBP", "EUR", "USD"};
    private static final int FEWEST_LINES = 6;
    private static final int MOST_LINES = 120;
    private static final double MEDIAN_LINES = 25;
    private static final double SPREAD_OF_LINES = 0.6;
    private static final double MEDIAN_MINOR = 1_800;
    private static final double SPREAD_OF_AMOUNTS = 1.1;

    private final String id;
    private final String currency;
    private final int[] lines;
    private final long[] usualMinor;

    private Person(String id, String currency, int[] lines, long[] usualMinor) {
        this.id = id;
        this.currency = currency;
        this.lines = lines;
        this.usualMinor = usualMinor;
    }

    /** The user of that number, always the same for a seed. */
    static Person of(int number, long seed, Lines known) {
        SplittableRandom random = new SplittableRandom(seed * 31 + number);
        int count = (int) Math.min(MOST_LINES, FEWEST_LINES + logNormal(random, MEDIAN_LINES, SPREAD_OF_LINES));
        int[] lines = new int[count];
        long[] usual = new long[count];
        for (int i = 0; i < count; i++) {
            lines[i] = known.draw(random);
            usual[i] = minor(logNormal(random, MEDIAN_MINOR, SPREAD_OF_AMOUNTS));
        }
        return new Person("user-%06d".formatted(number), CURRENCIES[random.nextInt(CURRENCIES.length)], lines, usual);
    }

    /** The user id. */
    String id() {
        return id;
    }

    /** What the user pays in. */
    String currency() {
        return currency;
    }

    /** How many lines the user comes back to. */
    int size() {
        return lines.length;
    }

    /** The number of the statement line of a rank. */
    int line(int rank) {
        return lines[rank];
    }

    /** The usual amount at the line of a rank. */
    long usualMinor(int rank) {
        return usualMinor[rank];
    }

    /** A fresh amount, for a line that the user meets once. */
    static long anyMinor(RandomGenerator random) {
        return minor(logNormal(random, MEDIAN_MINOR, SPREAD_OF_AMOUNTS));
    }

    /** A log-normal number. */
    static double logNormal(RandomGenerator random, double median, double sigma) {
        return median * Math.exp(sigma * random.nextGaussian());
    }

    /** A number of minor units a bank would book. */
    static long minor(double wanted) {
        return Math.max(1, Math.round(wanted));
    }

    static int mostLines() {
        return MOST_LINES;
    }
}
