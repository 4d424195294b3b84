package io.tributary.topologies.totals;

/**
 * Exact counts and sums of one currency, in minor units; both sums are of positive amounts.
 *
 * @param inflowCount number of inflows
 * @param inflowMinor sum of inflows
 * @param outflowCount number of outflows
 * @param outflowMinor sum of outflows
 */
public record Sums(long inflowCount, long inflowMinor, long outflowCount, long outflowMinor) {

    /** Nothing. */
    public static final Sums ZERO = new Sums(0, 0, 0, 0);

    /** Both together. */
    public Sums plus(Sums other) {
        return new Sums(
                inflowCount + other.inflowCount,
                Math.addExact(inflowMinor, other.inflowMinor),
                outflowCount + other.outflowCount,
                Math.addExact(outflowMinor, other.outflowMinor));
    }

    /** Transactions, in and out. */
    public long count() {
        return inflowCount + outflowCount;
    }

    /** In minus out. */
    public long netMinor() {
        return Math.subtractExact(inflowMinor, outflowMinor);
    }
}
