package io.tributary.topologies.insight;

import io.tributary.avro.Insight;
import io.tributary.avro.InsightState;
import io.tributary.topologies.state.Keys;
import io.tributary.topologies.state.RowCodec;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/**
 * The findings of users: key type {@code i} by id. Of a user's findings the newest {@link InsightConfig#KEPT} are kept;
 * about a tenth more may stand before the oldest go in one sweep.
 */
final class InsightRows {

    private static final int SWEEP_AT = InsightConfig.KEPT + InsightConfig.KEPT / 10;

    /**
     * One new finding of so many looks whether its user has too many: keeping count would be a read and a put for each.
     * Its id decides, so that a replay looks at the same ones.
     */
    private static final int LOOK_EVERY = 16;

    private static final int MIX = 0x9E3779B1;

    private final KeyValueStore<Bytes, byte[]> insights;
    private final RowCodec<Insight> codec = new RowCodec<>(Insight.getClassSchema());

    private record Aged(Instant at, Bytes key) {}

    InsightRows(KeyValueStore<Bytes, byte[]> insights) {
        this.insights = insights;
    }

    /** A finding's newest revision; null where there is none, or it was too old to be kept. */
    @Nullable
    Insight get(byte[] user, String id) {
        byte[] bytes = insights.get(Keys.text('i', user, id));
        return bytes == null ? null : codec.decode(bytes);
    }

    /** Puts revisions. Everything is encoded before the first put. */
    void put(byte[] user, List<Insight> rows) {
        List<byte[]> bytes = new ArrayList<>(rows.size());
        boolean look = false;
        for (Insight row : rows) {
            bytes.add(codec.encode(row));
            look = look || (row.getRevision() == 1 && isLooking(row.getInsightId()));
        }
        for (int i = 0; i < bytes.size(); i++) {
            insights.put(Keys.text('i', user, rows.get(i).getInsightId()), bytes.get(i));
        }
        if (look && count(user) > SWEEP_AT) {
            sweep(user);
        }
    }

    private static boolean isLooking(String id) {
        // The low bits of a text's hash are those of its last letters; the high ones are mixed.
        return Math.floorMod((id.hashCode() * MIX) >>> Short.SIZE, LOOK_EVERY) == 0;
    }

    private int count(byte[] user) {
        Bytes prefix = Keys.prefix('i', user);
        int count = 0;
        try (KeyValueIterator<Bytes, byte[]> rows = insights.range(prefix, Keys.after(prefix))) {
            while (rows.hasNext()) {
                rows.next();
                count++;
            }
        }
        return count;
    }

    /** Deletes the oldest. */
    private void sweep(byte[] user) {
        List<Aged> all = new ArrayList<>(SWEEP_AT + 1);
        Bytes prefix = Keys.prefix('i', user);
        try (KeyValueIterator<Bytes, byte[]> rows = insights.range(prefix, Keys.after(prefix))) {
            while (rows.hasNext()) {
                KeyValue<Bytes, byte[]> row = rows.next();
                if (row.key.compareTo(Keys.after(prefix)) < 0) {
                    all.add(new Aged(codec.decode(row.value).getAt(), row.key));
                }
            }
        }
        all.sort(Comparator.comparing(Aged::at).thenComparing(Aged::key));
        int left = Math.min(all.size(), InsightConfig.KEPT);
        // Not delete(): that reads the row first.
        all.subList(0, all.size() - left).forEach(old -> insights.put(old.key(), null));
    }

    /** Whether a finding still says what a digest stands for. */
    static boolean says(@Nullable Insight stored, long digest) {
        return stored != null && isOpen(stored) && FindingDigest.of(stored) == digest;
    }

    /** Whether a finding has not been withdrawn. */
    static boolean isOpen(Insight stored) {
        return stored.getState() == InsightState.OPEN;
    }
}
