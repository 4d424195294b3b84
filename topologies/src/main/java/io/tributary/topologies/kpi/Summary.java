package io.tributary.topologies.kpi;

import io.tributary.avro.Bucket;
import io.tributary.topologies.totals.MonthTotals;
import io.tributary.topologies.totals.Sums;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Sums of a period by currency, transfers left out. */
public final class Summary {

    private Summary() {}

    /** Counts and sums by currency of everything but NEUTRAL. */
    public static Map<String, Sums> byCurrency(List<MonthTotals> totals, Period period) {
        Map<String, Sums> sums = new TreeMap<>();
        for (MonthTotals month : totals) {
            for (MonthTotals.Cell cell : month.cells()) {
                if (period.contains(cell.day()) && cell.bucket() != Bucket.NEUTRAL) {
                    sums.merge(month.currency(), cell.sums(), Sums::plus);
                }
            }
        }
        return sums;
    }
}
