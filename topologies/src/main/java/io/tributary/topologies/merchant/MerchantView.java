package io.tributary.topologies.merchant;

import io.tributary.topologies.flow.MerchantSlice.Hit;
import io.tributary.topologies.state.Keys;
import java.time.LocalDate;
import java.util.List;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;
import org.jspecify.annotations.Nullable;

/** Answers questions about a user's merchants from the {@code merchants} store. Cheap to make; for one thread. */
public final class MerchantView {

    /** Rows that one call reads at most; a merchant without any in the days asked for counts as one. */
    public static final int MOST_ROWS = 2_000;

    private final ReadOnlyKeyValueStore<Bytes, byte[]> merchants;
    private final int mostRows;

    /** A view of the store. */
    public MerchantView(ReadOnlyKeyValueStore<Bytes, byte[]> merchants) {
        this(merchants, MOST_ROWS);
    }

    MerchantView(ReadOnlyKeyValueStore<Bytes, byte[]> merchants, int mostRows) {
        this.merchants = merchants;
        this.mostRows = mostRows;
    }

    /**
     * Totals by merchant and currency over local days, voided transactions and those without a merchant left out.
     *
     * @param from first local day
     * @param to last local day
     * @param cursor of the page before, from a call with the same days; null for the first page
     * @throws IllegalArgumentException when the cursor is not from such a call
     */
    public MerchantPage totals(String userId, LocalDate from, LocalDate to, @Nullable String cursor) {
        MerchantCursor start =
                cursor == null ? MerchantCursor.start(from, to) : MerchantCursor.decode(cursor, from, to);
        return new MerchantWalk(merchants, Keys.user(userId), mostRows).page(start);
    }

    /** The newest transactions at a merchant, newest first, voided ones left out. */
    public List<Hit> hits(String userId, String merchantKey, int limit) {
        return new HitStore(merchants).newest(Keys.user(userId), merchantKey, Math.min(limit, mostRows));
    }
}
