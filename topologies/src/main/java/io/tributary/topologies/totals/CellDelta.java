package io.tributary.topologies.totals;

import io.tributary.avro.Bucket;
import io.tributary.avro.ClassifiedTransaction;
import io.tributary.avro.Direction;
import io.tributary.topologies.taxonomy.Category;
import io.tributary.topologies.taxonomy.Taxonomy;
import java.time.LocalDate;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;

/**
 * What one transaction adds to the totals.
 *
 * @param localDay the day it counts for
 * @param currency ISO 4217
 * @param category its detailed category
 * @param bucket what it counts as
 * @param inflow true for money in
 * @param minor minor units, positive
 */
public record CellDelta(
        LocalDate localDay, String currency, Category category, Bucket bucket, boolean inflow, long minor) {

    /** What an entry adds; null when it is in no figure. */
    public static @Nullable CellDelta of(@Nullable ClassifiedTransaction entry) {
        if (entry == null || entry.getVoided()) {
            return null;
        }
        return new CellDelta(
                entry.getLocalDay(),
                entry.getAmount().getCurrency(),
                Taxonomy.of(entry.getCategoryDetail()),
                entry.getBucket(),
                entry.getDirection() == Direction.INFLOW,
                entry.getAmount().getMinor());
    }

    /** The month it counts for. */
    public YearMonth month() {
        return YearMonth.from(localDay);
    }

    int cellKey() {
        return MonthRow.cellKey(localDay.getDayOfMonth(), category.index(), bucket.ordinal());
    }
}
