package io.tributary.topologies.guard;

import static org.assertj.core.api.Assertions.assertThat;

import io.tributary.avro.ClassifiedTransaction;
import io.tributary.topologies.PipelineConfig;
import io.tributary.topologies.StateDump;
import io.tributary.topologies.TopologyFixture;
import io.tributary.topologies.state.Keys;
import io.tributary.topologies.state.RowCodec;
import io.tributary.topologies.state.StoreNames;
import io.tributary.topologies.totals.CellDelta;
import io.tributary.topologies.totals.MonthRow;
import io.tributary.topologies.totals.MonthRowCodec;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.jspecify.annotations.Nullable;

/** Whether everything in a state is what its ledger makes of it. */
final class Agreement {

    private Agreement() {}

    /** Closes the pipeline: its features are made anew, to be compared with what they were. */
    static void check(TopologyFixture pipeline, @Nullable String where) {
        assertThat(stored(pipeline)).as(where).isEqualTo(added(pipeline));
        Map<String, String> before = StateDump.figures(pipeline);
        PipelineConfig config = PipelineConfig.defaults(1).only(FaultSweepTest.mended());
        try (TopologyFixture anew = pipeline.restarted(config, Faults.none().wrapping())) {
            anew.tick().runJobs();
            assertThat(StateDump.figures(anew)).as(where).isEqualTo(before);
        }
    }

    private static Map<Bytes, String> stored(TopologyFixture pipeline) {
        Map<Bytes, String> rows = new TreeMap<>();
        try (KeyValueIterator<Bytes, byte[]> all =
                pipeline.store(StoreNames.TOTALS).all()) {
            all.forEachRemaining(row -> rows.put(row.key, HexFormat.of().formatHex(row.value)));
        }
        return rows;
    }

    private static Map<Bytes, String> added(TopologyFixture pipeline) {
        Map<Bytes, MonthRow> rows = new TreeMap<>();
        RowCodec<ClassifiedTransaction> codec = new RowCodec<>(ClassifiedTransaction.getClassSchema());
        try (KeyValueIterator<Bytes, byte[]> all =
                pipeline.store(StoreNames.LEDGER).all()) {
            while (all.hasNext()) {
                KeyValue<Bytes, byte[]> row = all.next();
                CellDelta delta = row.key.get()[0] == 'e' ? CellDelta.of(codec.decode(row.value)) : null;
                if (delta != null) {
                    Bytes key = Keys.totals(
                            Keys.user(codec.decode(row.value).getUserId()), delta.month(), delta.currency());
                    rows.put(key, rows.getOrDefault(key, MonthRow.EMPTY).with(delta, 1));
                }
            }
        }
        Map<Bytes, String> texts = new TreeMap<>();
        MonthRowCodec months = new MonthRowCodec();
        rows.forEach((key, row) -> texts.put(key, HexFormat.of().formatHex(months.encode(row))));
        return texts;
    }
}
