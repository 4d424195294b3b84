package io.tributary.topologies.totals;

import io.tributary.avro.Bucket;
import io.tributary.topologies.taxonomy.Category;
import io.tributary.topologies.taxonomy.Taxonomy;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * All non-empty cells of one user, month and currency: day x category x bucket, each with exact count and sum, in and
 * out. Immutable; cells are ordered by day, category and bucket, so that equal contents are equal bytes.
 */
public final class MonthRow {

    /** A month in which nothing happened. */
    public static final MonthRow EMPTY = new MonthRow(new int[0], new long[0]);

    private static final int VALUES = 4;
    private static final Bucket[] BUCKETS = Bucket.values();

    private final int[] keys;
    private final long[] values;

    MonthRow(int[] keys, long[] values) {
        this.keys = keys;
        this.values = values;
    }

    /** The row after one transaction was put in ({@code sign} 1) or taken out (-1). */
    public MonthRow with(CellDelta delta, int sign) {
        int at = Arrays.binarySearch(keys, delta.cellKey());
        MonthRow row = at >= 0 ? copy() : inserted(-at - 1, delta.cellKey());
        int cell = (at >= 0 ? at : -at - 1) * VALUES;
        int side = delta.inflow() ? 0 : 2;
        row.values[cell + side] += sign;
        row.values[cell + side + 1] = Math.addExact(row.values[cell + side + 1], sign * delta.minor());
        return row.values[cell] == 0 && row.values[cell + 2] == 0 ? row.removed(cell / VALUES) : row;
    }

    /** Whether nothing is left in it. */
    public boolean isEmpty() {
        return keys.length == 0;
    }

    /**
     * Makes sure that no sum over its cells, whichever they are, passes what 64 bits hold.
     *
     * @throws ArithmeticException when the sum over all of them does
     */
    void requireBounded() {
        Sums all = Sums.ZERO;
        for (int i = 0; i < keys.length; i++) {
            all = all.plus(sumsAt(i));
        }
    }

    /** How many transactions it counts. */
    public long count() {
        long count = 0;
        for (int i = 0; i < values.length; i += 2) {
            count += values[i];
        }
        return count;
    }

    /** The sum of all cells of a primary category and bucket. */
    public Sums sumOf(String primary, Bucket bucket) {
        Sums sums = Sums.ZERO;
        for (int i = 0; i < keys.length; i++) {
            if (bucketAt(i) == bucket && categoryAt(i).primary().equals(primary)) {
                sums = sums.plus(sumsAt(i));
            }
        }
        return sums;
    }

    /** The cells, for reading. */
    List<MonthTotals.Cell> cells(YearMonth month) {
        List<MonthTotals.Cell> cells = new ArrayList<>(keys.length);
        for (int i = 0; i < keys.length; i++) {
            cells.add(new MonthTotals.Cell(month.atDay(dayAt(i)), categoryAt(i), bucketAt(i), sumsAt(i)));
        }
        return cells;
    }

    int size() {
        return keys.length;
    }

    int dayAt(int cell) {
        return keys[cell] >>> 16;
    }

    Category categoryAt(int cell) {
        return Taxonomy.at(keys[cell] >>> 4 & 0xFFF);
    }

    Bucket bucketAt(int cell) {
        return BUCKETS[keys[cell] & 0xF];
    }

    Sums sumsAt(int cell) {
        int at = cell * VALUES;
        return new Sums(values[at], values[at + 1], values[at + 2], values[at + 3]);
    }

    static int cellKey(int day, int category, int bucket) {
        return day << 16 | category << 4 | bucket;
    }

    private MonthRow copy() {
        return new MonthRow(keys, values.clone());
    }

    private MonthRow inserted(int at, int key) {
        int[] moreKeys = new int[keys.length + 1];
        System.arraycopy(keys, 0, moreKeys, 0, at);
        moreKeys[at] = key;
        System.arraycopy(keys, at, moreKeys, at + 1, keys.length - at);
        long[] moreValues = new long[values.length + VALUES];
        System.arraycopy(values, 0, moreValues, 0, at * VALUES);
        System.arraycopy(values, at * VALUES, moreValues, (at + 1) * VALUES, values.length - at * VALUES);
        return new MonthRow(moreKeys, moreValues);
    }

    private MonthRow removed(int at) {
        int[] fewerKeys = new int[keys.length - 1];
        System.arraycopy(keys, 0, fewerKeys, 0, at);
        System.arraycopy(keys, at + 1, fewerKeys, at, fewerKeys.length - at);
        long[] fewerValues = new long[values.length - VALUES];
        System.arraycopy(values, 0, fewerValues, 0, at * VALUES);
        System.arraycopy(values, (at + 1) * VALUES, fewerValues, at * VALUES, fewerValues.length - at * VALUES);
        return new MonthRow(fewerKeys, fewerValues);
    }
}
