package io.tributary.topologies.merchant;

import io.tributary.avro.state.TransactionLine;
import io.tributary.topologies.flow.LedgerChange;
import io.tributary.topologies.flow.MerchantSlice;
import io.tributary.topologies.state.RowCache;
import io.tributary.topologies.state.RowCodec;
import io.tributary.topologies.state.UserKeys;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/** One task's hits: rows in the store, the slices used last on the heap. */
final class MerchantUpdate {

    private final KeyValueStore<Bytes, byte[]> merchants;
    private final HitStore stored;
    private final RowCodec<TransactionLine> codec = new RowCodec<>(TransactionLine.getClassSchema());
    private final UserKeys users = new UserKeys();
    private final RowCache<Merchant, Slice> slices;

    private record Merchant(String user, String key) {}

    MerchantUpdate(MerchantConfig config, KeyValueStore<Bytes, byte[]> merchants) {
        this.merchants = merchants;
        this.stored = new HitStore(merchants);
        this.slices = new RowCache<>(config.cachedSlices());
    }

    /** Applies a change and says what the merchants it touches look like now. */
    List<MerchantSlice> apply(LedgerChange change) {
        HitRow before = HitRow.of(change.before());
        HitRow after = HitRow.of(change.after());
        if (change.reach().includes(MerchantTopology.NAME)) {
            write(users.of(change.user()), before, after);
        }
        List<MerchantSlice> touched = new ArrayList<>(2);
        boolean moved =
                before != null && (after == null || !before.merchantKey().equals(after.merchantKey()));
        if (before != null && moved) {
            touched.add(slice(change, before.merchantKey(), before, null));
        }
        if (after != null) {
            touched.add(slice(change, after.merchantKey(), moved ? null : before, after));
        }
        return touched;
    }

    private void write(byte[] user, @Nullable HitRow before, @Nullable HitRow after) {
        byte[] value = after == null || after.equals(before) ? null : after.value(codec);
        if (before != null && !before.isSameRow(after)) {
            // Not delete(): that reads the row first.
            merchants.put(before.key(user), null);
        }
        if (after != null && value != null) {
            merchants.put(after.key(user), value);
        }
    }

    /** The slice of a merchant that {@code gone} left and {@code come} entered. */
    private MerchantSlice slice(LedgerChange change, String key, @Nullable HitRow gone, @Nullable HitRow come) {
        if (!change.reach().includes(MerchantTopology.NAME)) {
            Slice seen =
                    stored.slice(users.of(change.user()), key, change.reach().horizon());
            return new MerchantSlice(change, key, seen.hits(), seen.complete());
        }
        Merchant merchant = new Merchant(change.user(), key);
        Slice slice = slices.get(merchant);
        if (slice != null && gone != null && !gone.isSameRow(come)) {
            slice = slice.without(gone.hit());
        }
        if (slice != null && come != null) {
            slice = slice.with(come.hit());
        }
        if (slice == null) {
            slice = stored.slice(users.of(change.user()), key, null);
        }
        slices.put(merchant, slice);
        return new MerchantSlice(change, key, slice.hits(), slice.complete());
    }
}
