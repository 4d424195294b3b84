package io.tributary.topologies.ledger;

import io.tributary.avro.Bucket;
import io.tributary.avro.ClassifiedTransaction;
import io.tributary.avro.state.TransactionLine;
import io.tributary.topologies.state.Keys;
import io.tributary.topologies.state.RowCodec;
import io.tributary.topologies.totals.Sums;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;
import org.jspecify.annotations.Nullable;

/** Reads a user's transactions from the {@code ledger} store. Cheap to make; for one thread. */
public final class LedgerView {

    /** Rows one request may read: no question may take longer because its user has a longer history. */
    public static final int MOST_ROWS = 2_000;

    private static final int USER_PREFIX = 17;

    /** A type and an instant, before the id. */
    private static final int SHORTEST_CURSOR = 1 + Long.BYTES;

    private final ReadOnlyKeyValueStore<Bytes, byte[]> ledger;
    private final RowCodec<ClassifiedTransaction> entryCodec = new RowCodec<>(ClassifiedTransaction.getClassSchema());
    private final RowCodec<TransactionLine> lineCodec = new RowCodec<>(TransactionLine.getClassSchema());

    /** Reads from {@code ledger}. */
    public LedgerView(ReadOnlyKeyValueStore<Bytes, byte[]> ledger) {
        this.ledger = ledger;
    }

    /** The current version of a transaction. */
    public Optional<ClassifiedTransaction> find(String userId, String transactionId) {
        return find(Keys.user(userId), transactionId);
    }

    /**
     * A page, newest first.
     *
     * @param cursor where the page before ended; null for the first
     * @param limit transactions at the most
     * @throws IllegalArgumentException when the cursor is not one that this made
     */
    public TransactionPage newestFirst(String userId, TransactionFilter filter, @Nullable String cursor, int limit) {
        byte[] user = Keys.user(userId);
        Bytes from = Keys.timeFrom(user, instant(filter.from(), -1, Instant.EPOCH.minus(Duration.ofDays(1))));
        Bytes to = cursor == null ? end(user, filter) : resumed(user, cursor);
        List<ClassifiedTransaction> found = new ArrayList<>();
        int read = 0;
        try (KeyValueIterator<Bytes, byte[]> rows = ledger.reverseRange(from, to)) {
            while (rows.hasNext()) {
                KeyValue<Bytes, byte[]> row = rows.next();
                if (row.key.compareTo(to) >= 0) {
                    continue;
                }
                if (filter.mayMatch(lineCodec.decode(row.value))) {
                    find(user, Keys.timeIdOf(row.key)).filter(filter::matches).ifPresent(found::add);
                }
                if (++read == MOST_ROWS || found.size() == limit) {
                    return new TransactionPage(found, rows.hasNext() ? cursorAt(row.key) : null);
                }
            }
        }
        return new TransactionPage(found, null);
    }

    /** Sums over the {@code window} before {@code until}, transfers and voided transactions left out. */
    public RollingSums rolling(String userId, Instant until, Duration window) {
        byte[] user = Keys.user(userId);
        Instant from = until.minus(window);
        Bytes to = Keys.timeFrom(user, until);
        Map<String, Sums> sums = new TreeMap<>();
        int read = 0;
        try (KeyValueIterator<Bytes, byte[]> rows = ledger.reverseRange(Keys.timeFrom(user, from), to)) {
            while (rows.hasNext() && read < MOST_ROWS) {
                TransactionLine line = lineCodec.decode(rows.next().value);
                read++;
                if (!line.getVoided() && line.getBucket() != Bucket.NEUTRAL.ordinal()) {
                    sums.merge(line.getCurrency(), sums(line), Sums::plus);
                }
            }
            return new RollingSums(from, until, sums, !rows.hasNext());
        }
    }

    private Optional<ClassifiedTransaction> find(byte[] user, String transactionId) {
        return Optional.ofNullable(ledger.get(Keys.entry(user, transactionId))).map(entryCodec::decode);
    }

    private static Sums sums(TransactionLine line) {
        return line.getInflow() ? new Sums(1, line.getMinor(), 0, 0) : new Sums(0, 0, 1, line.getMinor());
    }

    private static Bytes end(byte[] user, TransactionFilter filter) {
        return filter.to() == null
                ? Keys.after(Keys.prefix(EntryTable.TIME, user))
                : Keys.timeFrom(user, instant(filter.to(), 2, Instant.EPOCH));
    }

    /** A local day lies within a day of the same day in UTC, in every zone; the rows say which day they count for. */
    private static Instant instant(@Nullable LocalDate day, int margin, Instant otherwise) {
        return day == null
                ? otherwise
                : day.plusDays(margin).atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    /** The part of the key behind the user, so that a cursor can lead to nobody else's rows; in front its type. */
    private static String cursorAt(Bytes key) {
        byte[] bytes = key.get();
        byte[] place = Arrays.copyOfRange(bytes, USER_PREFIX - 1, bytes.length);
        place[0] = EntryTable.TIME;
        return Base64.getUrlEncoder().withoutPadding().encodeToString(place);
    }

    private static Bytes resumed(byte[] user, String cursor) {
        byte[] place = Base64.getUrlDecoder().decode(cursor);
        if (place.length <= SHORTEST_CURSOR || place[0] != EntryTable.TIME) {
            throw new IllegalArgumentException("not a cursor of this query");
        }
        byte[] key = Arrays.copyOf(Keys.prefix(EntryTable.TIME, user).get(), USER_PREFIX + place.length - 1);
        System.arraycopy(place, 1, key, USER_PREFIX, place.length - 1);
        return Bytes.wrap(key);
    }
}
