package io.tributary.topologies.totals;

import io.tributary.topologies.state.Keys;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;

/** Reads a user's totals from the {@code totals} store. Cheap to make; for one thread. */
public final class TotalsView {

    private final ReadOnlyKeyValueStore<Bytes, byte[]> totals;
    private final MonthRowCodec codec = new MonthRowCodec();

    /** Reads from {@code totals}. */
    public TotalsView(ReadOnlyKeyValueStore<Bytes, byte[]> totals) {
        this.totals = totals;
    }

    /** The months from {@code from} to {@code to}, both included, in which something happened; a row a currency. */
    public List<MonthTotals> months(String userId, YearMonth from, YearMonth to) {
        byte[] user = Keys.user(userId);
        List<MonthTotals> months = new ArrayList<>();
        Bytes end = Keys.totalsFrom(user, to.plusMonths(1));
        try (KeyValueIterator<Bytes, byte[]> rows = totals.range(Keys.totalsFrom(user, from), end)) {
            while (rows.hasNext()) {
                KeyValue<Bytes, byte[]> row = rows.next();
                if (row.key.compareTo(end) < 0) {
                    YearMonth month = Keys.monthOf(row.key);
                    String currency = Keys.currencyOf(row.key);
                    months.add(new MonthTotals(
                            month, currency, codec.decode(row.value).cells(month)));
                }
            }
        }
        return months;
    }
}
