package io.tributary.topologies.totals;

import io.tributary.topologies.state.Keys;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;

/** Reads a user's totals from the {@code totals} store. Cheap to make; for one thread. */
public final class TotalsView {

    /** Rows one request may read: a row is a month in a currency. */
    public static final int MOST_ROWS = 2_000;

    /** Rows that say which currencies a user uses: two years of one currency. */
    public static final int RECENT_ROWS = 24;

    private final ReadOnlyKeyValueStore<Bytes, byte[]> totals;
    private final MonthRowCodec codec = new MonthRowCodec();

    /** Reads from {@code totals}. */
    public TotalsView(ReadOnlyKeyValueStore<Bytes, byte[]> totals) {
        this.totals = totals;
    }

    /**
     * The months from {@code from} to {@code to}, both included, in which something happened; a row a currency.
     *
     * @throws PeriodTooLongException when that is more than {@link #MOST_ROWS}
     */
    public List<MonthTotals> months(String userId, YearMonth from, YearMonth to) {
        byte[] user = Keys.user(userId);
        List<MonthTotals> months = new ArrayList<>();
        Bytes end = Keys.totalsFrom(user, to.plusMonths(1));
        try (KeyValueIterator<Bytes, byte[]> rows = totals.range(Keys.totalsFrom(user, from), end)) {
            while (rows.hasNext()) {
                KeyValue<Bytes, byte[]> row = rows.next();
                if (row.key.compareTo(end) < 0) {
                    if (months.size() == MOST_ROWS) {
                        throw new PeriodTooLongException();
                    }
                    YearMonth month = Keys.monthOf(row.key);
                    String currency = Keys.currencyOf(row.key);
                    months.add(new MonthTotals(
                            month, currency, codec.decode(row.value).cells(month)));
                }
            }
        }
        return months;
    }

    /**
     * The currencies of the newest {@link #RECENT_ROWS} months and currencies in which the user had a transaction, in the
     * order of their codes. Bounded, so that it takes no longer for a user with a long history.
     */
    public SortedSet<String> recentCurrencies(String userId) {
        SortedSet<String> currencies = new TreeSet<>();
        Bytes prefix = Keys.prefix('m', Keys.user(userId));
        try (KeyValueIterator<Bytes, byte[]> rows = totals.reverseRange(prefix, Keys.after(prefix))) {
            for (int read = 0; read < RECENT_ROWS && rows.hasNext(); read++) {
                currencies.add(Keys.currencyOf(rows.next().key));
            }
        }
        return currencies;
    }
}
