package io.tributary.topologies.insight;

import io.tributary.avro.Insight;
import io.tributary.topologies.state.Keys;
import io.tributary.topologies.state.RowCodec;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;
import org.jspecify.annotations.Nullable;

/** Reads a user's findings from the {@code insights} store. Cheap to make; for one thread. */
public final class InsightView {

    private static final Comparator<Insight> NEWEST_FIRST = Comparator.comparing(Insight::getAt)
            .thenComparing(Insight::getInsightId)
            .reversed();

    private final ReadOnlyKeyValueStore<Bytes, byte[]> insights;
    private final RowCodec<Insight> codec = new RowCodec<>(Insight.getClassSchema());

    /** A view of the store. */
    public InsightView(ReadOnlyKeyValueStore<Bytes, byte[]> insights) {
        this.insights = insights;
    }

    /**
     * A question about findings.
     *
     * @param since only what happened then or later; null for all
     * @param kind only this kind; null for all
     * @param limit findings on a page, at least 1
     * @param cursor of the page before; null for the first page
     */
    public record Query(
            @Nullable Instant since,
            @Nullable InsightKind kind,
            int limit,
            @Nullable String cursor) {}

    /**
     * The findings, withdrawn ones among them, of the {@link InsightConfig#KEPT} newest a user has.
     *
     * @throws IllegalArgumentException when the cursor is none of this query's
     */
    public InsightPage find(String userId, Query query) {
        Place after = query.cursor() == null ? null : Place.decode(query.cursor());
        List<Insight> page = new ArrayList<>();
        for (Insight insight : newest(Keys.user(userId))) {
            if (isAskedFor(insight, query) && (after == null || after.isBefore(insight))) {
                if (page.size() == query.limit()) {
                    return new InsightPage(
                            page, Place.of(page.get(page.size() - 1)).encode());
                }
                page.add(insight);
            }
        }
        return new InsightPage(page, null);
    }

    /** A finding by its id; null where there is none. */
    public @Nullable Insight get(String userId, String insightId) {
        byte[] bytes = insights.get(Keys.text('i', Keys.user(userId), insightId));
        return bytes == null ? null : codec.decode(bytes);
    }

    private List<Insight> newest(byte[] user) {
        List<Insight> all = new ArrayList<>();
        Bytes prefix = Keys.prefix('i', user);
        Bytes end = Keys.after(prefix);
        try (KeyValueIterator<Bytes, byte[]> rows = insights.range(prefix, end)) {
            while (rows.hasNext()) {
                KeyValue<Bytes, byte[]> row = rows.next();
                if (row.key.compareTo(end) < 0) {
                    all.add(codec.decode(row.value));
                }
            }
        }
        all.sort(NEWEST_FIRST);
        return all.subList(0, Math.min(all.size(), InsightConfig.KEPT));
    }

    private static boolean isAskedFor(Insight insight, Query query) {
        return (query.since() == null || !insight.getAt().isBefore(query.since()))
                && (query.kind() == null || query.kind().name().equals(insight.getKind()));
    }

    /** A finding's place in the order. */
    private record Place(Instant at, String id) {

        static Place of(Insight insight) {
            return new Place(insight.getAt(), insight.getInsightId());
        }

        static Place decode(String cursor) {
            String text = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
            int space = text.indexOf(' ');
            if (space < 0) {
                throw new IllegalArgumentException("not a cursor of this query");
            }
            return new Place(Instant.ofEpochMilli(Long.parseLong(text.substring(0, space))), text.substring(space + 1));
        }

        String encode() {
            byte[] text = (at.toEpochMilli() + " " + id).getBytes(StandardCharsets.UTF_8);
            return Base64.getUrlEncoder().withoutPadding().encodeToString(text);
        }

        boolean isBefore(Insight insight) {
            int order = insight.getAt().compareTo(at);
            return order < 0 || (order == 0 && insight.getInsightId().compareTo(id) < 0);
        }
    }
}
