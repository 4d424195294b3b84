package io.tributary.topologies.insight;

import io.tributary.avro.Insight;
import io.tributary.avro.InsightState;
import io.tributary.avro.state.InsightCount;
import io.tributary.topologies.state.Keys;
import io.tributary.topologies.state.RowCache;
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
 * The findings of users: key type {@code i} by id, {@code c} for how many there are. Of a user's findings the newest
 * {@link InsightConfig#KEPT} are kept; a tenth more may stand before the oldest go in one sweep.
 */
final class InsightRows {

    private static final int SWEEP_AT = InsightConfig.KEPT + InsightConfig.KEPT / 10;
    private static final int CACHED_COUNTS = 10_000;

    private final KeyValueStore<Bytes, byte[]> insights;
    private final RowCodec<Insight> codec = new RowCodec<>(Insight.getClassSchema());
    private final RowCodec<InsightCount> counts = new RowCodec<>(InsightCount.getClassSchema());
    private final RowCache<Bytes, Integer> known = new RowCache<>(CACHED_COUNTS);

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
        int fresh = 0;
        for (Insight row : rows) {
            bytes.add(codec.encode(row));
            fresh += row.getRevision() == 1 ? 1 : 0;
        }
        for (int i = 0; i < bytes.size(); i++) {
            insights.put(Keys.text('i', user, rows.get(i).getInsightId()), bytes.get(i));
        }
        if (fresh > 0) {
            count(user, fresh);
        }
    }

    private void count(byte[] user, int fresh) {
        Bytes key = Keys.text('c', user, "");
        int count = fresh + stored(key);
        if (count > SWEEP_AT) {
            count = sweep(user);
        }
        insights.put(key, counts.encode(new InsightCount(count)));
        known.put(key, count);
    }

    private int stored(Bytes key) {
        Integer cached = known.get(key);
        if (cached != null) {
            return cached;
        }
        byte[] bytes = insights.get(key);
        return bytes == null ? 0 : counts.decode(bytes).getFindings();
    }

    /** Deletes the oldest; says how many are left. */
    private int sweep(byte[] user) {
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
        return left;
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
