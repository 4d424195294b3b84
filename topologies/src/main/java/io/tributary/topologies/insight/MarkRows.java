package io.tributary.topologies.insight;

import io.tributary.avro.state.FindingMark;
import io.tributary.avro.state.MerchantFindings;
import io.tributary.topologies.state.Keys;
import io.tributary.topologies.state.RowCache;
import io.tributary.topologies.state.RowCodec;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/**
 * The open findings by merchant: key type {@code m}, no row where there are none. The heap remembers that too, so that a
 * transaction at a known merchant reads nothing.
 */
final class MarkRows {

    private final KeyValueStore<Bytes, byte[]> insights;
    private final RowCodec<MerchantFindings> codec = new RowCodec<>(MerchantFindings.getClassSchema());
    private final RowCache<Bytes, List<Mark>> cache;

    MarkRows(KeyValueStore<Bytes, byte[]> insights, int cached) {
        this.insights = insights;
        this.cache = new RowCache<>(cached);
    }

    static Bytes key(byte[] user, String merchantKey) {
        return Keys.text('m', user, merchantKey);
    }

    List<Mark> get(Bytes key) {
        List<Mark> cached = cache.get(key);
        if (cached != null) {
            return cached;
        }
        byte[] bytes = insights.get(key);
        List<Mark> marks = bytes == null ? List.of() : decode(bytes);
        cache.put(key, marks);
        return marks;
    }

    /** The row; null for none. */
    byte @Nullable [] encode(List<Mark> marks) {
        if (marks.isEmpty()) {
            return null;
        }
        List<FindingMark> rows = new ArrayList<>(marks.size());
        marks.forEach(mark -> rows.add(new FindingMark(mark.id(), mark.digest(), mark.at(), mark.evidence())));
        return codec.encode(new MerchantFindings(rows));
    }

    /** Puts what {@link #encode} made of the marks. */
    void put(Bytes key, List<Mark> marks, byte @Nullable [] encoded) {
        insights.put(key, encoded);
        cache.put(key, List.copyOf(marks));
    }

    private List<Mark> decode(byte[] bytes) {
        List<Mark> marks = new ArrayList<>();
        for (FindingMark row : codec.decode(bytes).getMarks()) {
            marks.add(new Mark(row.getInsightId(), row.getDigest(), row.getAt(), row.getEvidence()));
        }
        return List.copyOf(marks);
    }
}
