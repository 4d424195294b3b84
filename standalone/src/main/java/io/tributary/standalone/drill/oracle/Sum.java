package io.tributary.standalone.drill.oracle;

/**
 * Count and sums in minor units.
 *
 * @param count transactions
 * @param inflowMinor money in
 * @param outflowMinor money out
 */
public record Sum(long count, long inflowMinor, long outflowMinor) {
    /** Nothing. */
    public static final Sum ZERO = new Sum(0, 0, 0);

    /** One transaction. */
    public static Sum of(Expected transaction) {
        return transaction.inflow() ? new Sum(1, transaction.minor(), 0) : new Sum(1, 0, transaction.minor());
    }

    /** Both together. */
    public Sum plus(Sum other) {
        return new Sum(count + other.count, inflowMinor + other.inflowMinor, outflowMinor + other.outflowMinor);
    }
}
