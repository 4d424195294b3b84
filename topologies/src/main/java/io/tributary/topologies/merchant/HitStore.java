package io.tributary.topologies.merchant;

import io.tributary.avro.state.TransactionLine;
import io.tributary.topologies.flow.MerchantSlice.Hit;
import io.tributary.topologies.flow.Place;
import io.tributary.topologies.state.Keys;
import io.tributary.topologies.state.RowCodec;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;
import org.jspecify.annotations.Nullable;

/** Reads hits of one merchant, newest first. For one thread. */
final class HitStore {

    private final ReadOnlyKeyValueStore<Bytes, byte[]> merchants;
    private final RowCodec<TransactionLine> codec = new RowCodec<>(TransactionLine.getClassSchema());

    HitStore(ReadOnlyKeyValueStore<Bytes, byte[]> merchants) {
        this.merchants = merchants;
    }

    /** The newest hits, newest first. */
    List<Hit> newest(byte[] user, String merchantKey, int limit) {
        Bytes from = start(user, merchantKey);
        return newest(from, Keys.after(from), limit);
    }

    private List<Hit> newest(Bytes from, Bytes to, int limit) {
        List<Hit> hits = new ArrayList<>();
        try (KeyValueIterator<Bytes, byte[]> rows = merchants.reverseRange(from, to)) {
            while (hits.size() < limit && rows.hasNext()) {
                KeyValue<Bytes, byte[]> row = rows.next();
                hits.add(HitRow.read(row.key, codec.decode(row.value)));
            }
        }
        return hits;
    }

    /**
     * The slice: one more row than it holds tells whether it is complete.
     *
     * @param horizon the newest hit that may be in it; null for all
     */
    Slice slice(byte[] user, String merchantKey, @Nullable Place horizon) {
        Bytes from = start(user, merchantKey);
        Bytes to =
                horizon == null ? Keys.after(from) : Keys.hit(user, merchantKey, horizon.at(), horizon.transactionId());
        List<Hit> hits = newest(from, to, MerchantConfig.SLICE + 1);
        boolean complete = hits.size() <= MerchantConfig.SLICE;
        List<Hit> newest = complete ? hits : hits.subList(0, MerchantConfig.SLICE);
        Collections.reverse(newest);
        return new Slice(newest, complete);
    }

    /** The place before all hits of the merchant: its key ends in a zero byte, which no merchant key contains. */
    static Bytes start(byte[] user, String merchantKey) {
        return Keys.text('h', user, merchantKey + '\0');
    }
}
