package io.tributary.topologies.totals;

import io.tributary.avro.Bucket;
import io.tributary.topologies.taxonomy.Category;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;

/**
 * A user's month in one currency, as read.
 *
 * @param month the calendar month in the user's zone
 * @param currency ISO 4217
 * @param cells the non-empty cells by day, category and bucket
 */
public record MonthTotals(YearMonth month, String currency, List<Cell> cells) {

    /**
     * Count and sum of one day, category and bucket.
     *
     * @param day the local day
     * @param category the detailed category
     * @param bucket what it counts as
     * @param sums counts and sums
     */
    public record Cell(LocalDate day, Category category, Bucket bucket, Sums sums) {}
}
