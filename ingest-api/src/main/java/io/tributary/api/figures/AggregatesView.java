package io.tributary.api.figures;

import io.tributary.api.query.MoneyView;
import io.tributary.api.query.RestatingView;
import io.tributary.topologies.kpi.Rollup;
import io.tributary.topologies.totals.Sums;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Exact sums of transactions, rolled up; all that are not voided count, transfers too.
 *
 * @param by what the rows are
 * @param from first local day
 * @param to last local day
 * @param rows by key, then currency
 * @param next the cursor of the next page; none at the end
 * @param restating set while a job is restating history
 * @param degraded features that are incomplete for the user, as they failed and are being rebuilt or left transactions
 *     out; not there when there are none
 */
record AggregatesView(
        String by,
        LocalDate from,
        LocalDate to,
        List<Row> rows,
        @Nullable String next,
        @Nullable RestatingView restating,
        @Nullable List<String> degraded) {

    /**
     * A row.
     *
     * @param key day, Monday of the week, month, category or merchant key
     * @param currency ISO 4217
     * @param inflow sum of money in
     * @param outflow sum of money out
     * @param count transactions
     * @param merchantName of a merchant: its name
     */
    record Row(
            String key,
            String currency,
            MoneyView inflow,
            MoneyView outflow,
            long count,
            @Nullable String merchantName) {

        static Row of(Rollup.Row row) {
            return of(row.key(), row.currency(), row.sums(), null);
        }

        static Row of(String key, String currency, Sums sums, @Nullable String merchantName) {
            SumsView view = SumsView.of(sums, currency);
            return new Row(key, currency, view.inflow(), view.outflow(), view.count(), merchantName);
        }
    }
}
