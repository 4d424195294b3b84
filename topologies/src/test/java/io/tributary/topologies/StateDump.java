package io.tributary.topologies;

import io.tributary.avro.ChangeKind;
import io.tributary.avro.ClassifiedTransaction;
import io.tributary.avro.FactVersion;
import io.tributary.avro.Insight;
import io.tributary.avro.InsightState;
import io.tributary.topologies.state.RowCodec;
import io.tributary.topologies.state.StoreNames;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;

/** The state of a pipeline as comparable text. */
public final class StateDump {

    private StateDump() {}

    /** Every byte of every store. */
    public static Map<String, String> bytes(TopologyFixture fixture) {
        Map<String, String> all = new TreeMap<>();
        for (String store : StoreNames.all()) {
            rows(
                    fixture,
                    store,
                    (key, value) -> all.put(store + ' ' + key, HexFormat.of().formatHex(value)));
        }
        return all;
    }

    /**
     * What the order of arrival must not show in: entries without their version count, history, times and offsets;
     * totals; hits; and findings that are open.
     */
    public static Map<String, String> figures(TopologyFixture fixture) {
        Map<String, String> figures = new TreeMap<>();
        rows(fixture, StoreNames.LEDGER, (key, value) -> figures.put("ledger " + key, entry(key, value)));
        for (String store : List.of(StoreNames.TOTALS, StoreNames.MERCHANTS)) {
            rows(
                    fixture,
                    store,
                    (key, value) ->
                            figures.put(store + ' ' + key, HexFormat.of().formatHex(value)));
        }
        rows(fixture, StoreNames.INSIGHTS, (key, value) -> finding(figures, key, value));
        return figures;
    }

    private static String entry(String key, byte[] value) {
        if (!isType(key, 'e')) {
            return HexFormat.of().formatHex(value);
        }
        ClassifiedTransaction entry =
                new RowCodec<ClassifiedTransaction>(ClassifiedTransaction.getClassSchema()).decode(value);
        return ClassifiedTransaction.newBuilder(entry)
                .setVersion(0)
                .setChangeKind(ChangeKind.CREATED)
                .setHistory(List.of())
                .setDigests(List.of())
                .setFirstDigest(0)
                .setFirstOffset(0)
                .setSourceOffset(0)
                .setRecordedAt(Instant.EPOCH)
                .setFactVersion(new FactVersion(entry.getFactVersion().getSourceVersion(), Instant.EPOCH, 0L))
                .build()
                .toString();
    }

    private static void finding(Map<String, String> figures, String key, byte[] value) {
        if (isType(key, 'i')) {
            Insight insight = new RowCodec<Insight>(Insight.getClassSchema()).decode(value);
            if (insight.getState() == InsightState.OPEN && !isOfJob(insight)) {
                figures.put(
                        "insight " + key,
                        insight.getKind() + insight.getEvidence() + insight.getEffect() + insight.getDetails());
            }
        }
    }

    private static boolean isOfJob(Insight insight) {
        return insight.getKind().equals("CATEGORY_RESTATED");
    }

    private static boolean isType(String hexKey, char type) {
        return hexKey.startsWith(HexFormat.of().toHexDigits((byte) type));
    }

    private static void rows(TopologyFixture fixture, String store, Row row) {
        try (KeyValueIterator<Bytes, byte[]> all = fixture.store(store).all()) {
            while (all.hasNext()) {
                KeyValue<Bytes, byte[]> next = all.next();
                row.see(HexFormat.of().formatHex(next.key.get()), next.value);
            }
        }
    }

    private interface Row {
        void see(String key, byte[] value);
    }
}
