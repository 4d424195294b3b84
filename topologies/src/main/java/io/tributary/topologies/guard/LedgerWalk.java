package io.tributary.topologies.guard;

import io.tributary.avro.ClassifiedTransaction;
import io.tributary.topologies.flow.Place;
import io.tributary.topologies.state.Keys;
import io.tributary.topologies.state.RowCodec;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;
import org.jspecify.annotations.Nullable;

/** Reads the ledger as a rebuild needs it: a user's entries in time order, and users in the order of their keys. */
final class LedgerWalk {

    private static final Bytes ENTRIES = Bytes.wrap(new byte[] {'e'});

    private final ReadOnlyKeyValueStore<Bytes, byte[]> ledger;
    private final RowCodec<ClassifiedTransaction> codec = new RowCodec<>(ClassifiedTransaction.getClassSchema());

    LedgerWalk(ReadOnlyKeyValueStore<Bytes, byte[]> ledger) {
        this.ledger = ledger;
    }

    /** The next places of a user's entries after one; null for the start. Fewer than {@code most} at the end. */
    List<Place> after(byte[] user, @Nullable Place place, int most) {
        Bytes all = Keys.prefix('t', user);
        Bytes from = place == null ? all : Keys.time(user, place.at(), place.transactionId() + '\0');
        Bytes end = Keys.after(all);
        List<Place> places = new ArrayList<>();
        try (KeyValueIterator<Bytes, byte[]> rows = ledger.range(from, end)) {
            while (places.size() < most && rows.hasNext()) {
                Bytes key = rows.next().key;
                if (key.compareTo(end) < 0) {
                    places.add(new Place(Keys.timeOf(key), Keys.timeIdOf(key)));
                }
            }
        }
        return places;
    }

    /** The entry that stands at a place. */
    @Nullable
    ClassifiedTransaction find(byte[] user, Place place) {
        byte[] row = ledger.get(Keys.entry(user, place.transactionId()));
        return row == null ? null : codec.decode(row);
    }

    /** The first user after one, in the order of keys; null for the start, and where there is none. */
    @Nullable
    String userAfter(byte @Nullable [] user) {
        KeyValue<Bytes, byte[]> first = first(user == null ? ENTRIES : Keys.after(Keys.prefix('e', user)), null);
        return first == null ? null : codec.decode(first.value).getUserId();
    }

    /** Whether there is no entry but, perhaps, one that has just come. */
    boolean isEmptyBut(@Nullable ClassifiedTransaction fresh) {
        Bytes except = fresh == null ? null : Keys.entry(Keys.user(fresh.getUserId()), fresh.getTransactionId());
        return first(ENTRIES, except) == null;
    }

    private @Nullable KeyValue<Bytes, byte[]> first(Bytes from, @Nullable Bytes except) {
        Bytes end = Keys.after(ENTRIES);
        try (KeyValueIterator<Bytes, byte[]> rows = ledger.range(from, end)) {
            while (rows.hasNext()) {
                KeyValue<Bytes, byte[]> row = rows.next();
                if (!row.key.equals(except)) {
                    return row.key.compareTo(end) < 0 ? row : null;
                }
            }
        }
        return null;
    }
}
