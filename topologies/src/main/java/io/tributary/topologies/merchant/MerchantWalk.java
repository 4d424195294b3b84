package io.tributary.topologies.merchant;

import io.tributary.avro.state.TransactionLine;
import io.tributary.topologies.flow.MerchantSlice.Hit;
import io.tributary.topologies.merchant.MerchantCursor.Place;
import io.tributary.topologies.state.Keys;
import io.tributary.topologies.state.RowCodec;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;
import org.jspecify.annotations.Nullable;

/** One page of a walk over a user's merchants: a seek per merchant, a range over time inside. */
final class MerchantWalk {

    private final ReadOnlyKeyValueStore<Bytes, byte[]> merchants;
    private final byte[] user;
    private final RowCodec<TransactionLine> codec = new RowCodec<>(TransactionLine.getClassSchema());
    private int budget;

    MerchantWalk(ReadOnlyKeyValueStore<Bytes, byte[]> merchants, byte[] user, int mostRows) {
        this.merchants = merchants;
        this.user = user;
        this.budget = mostRows;
    }

    MerchantPage page(MerchantCursor start) {
        List<MerchantTotals> rows = new ArrayList<>();
        Bytes end = Keys.after(Keys.prefix('h', user));
        MerchantCursor at = start;
        String merchant = at.next() == null ? seek(Keys.text('h', user, at.merchantKey()), end) : at.merchantKey();
        while (merchant != null) {
            MerchantSums sums = new MerchantSums(at.partial());
            Place stopped = sum(merchant, at, sums);
            if (stopped != null) {
                MerchantCursor rest = new MerchantCursor(at.from(), at.to(), merchant, stopped, sums.rows());
                return new MerchantPage(rows, rest.encode());
            }
            rows.addAll(sums.rows());
            merchant = seek(Keys.after(HitStore.start(user, merchant)), end);
            at = MerchantCursor.start(at.from(), at.to());
            if (merchant != null && budget <= 0) {
                MerchantCursor rest = new MerchantCursor(at.from(), at.to(), merchant, null, List.of());
                return new MerchantPage(rows, rest.encode());
            }
        }
        return new MerchantPage(rows, null);
    }

    /** The first merchant at or after a place. */
    private @Nullable String seek(Bytes from, Bytes end) {
        budget--;
        try (KeyValueIterator<Bytes, byte[]> rows = merchants.range(from, end)) {
            return rows.hasNext() ? Keys.hitMerchantOf(rows.peekNextKey()) : null;
        }
    }

    /** Adds up a merchant; says where it had to stop, null when it is complete. */
    private @Nullable Place sum(String merchant, MerchantCursor at, MerchantSums sums) {
        Bytes from = at.next() == null
                ? Keys.hitsFrom(user, merchant, utc(at.from().minusDays(1)))
                : Keys.hit(user, merchant, at.next().at(), at.next().transactionId());
        Bytes to = Keys.hitsFrom(user, merchant, utc(at.to().plusDays(2)));
        try (KeyValueIterator<Bytes, byte[]> rows = merchants.range(from, to)) {
            while (rows.hasNext()) {
                if (budget <= 0) {
                    Bytes next = rows.peekNextKey();
                    return new Place(Keys.hitTimeOf(next), Keys.hitIdOf(next));
                }
                budget--;
                KeyValue<Bytes, byte[]> row = rows.next();
                Hit hit = HitRow.read(row.key, codec.decode(row.value));
                if (!hit.localDay().isBefore(at.from()) && !hit.localDay().isAfter(at.to())) {
                    sums.add(merchant, hit);
                }
            }
        }
        return null;
    }

    /** A local day is at most a day away from the UTC day of its instants; rows hold the local day itself. */
    private static Instant utc(LocalDate day) {
        return day.atStartOfDay(ZoneOffset.UTC).toInstant();
    }
}
