package io.tributary.benchmarks.count;

import static org.assertj.core.api.Assertions.assertThat;

import io.tributary.benchmarks.count.StoreOperations.Kind;
import io.tributary.benchmarks.report.Figure;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.common.utils.Bytes;
import org.junit.jupiter.api.Test;

class StoreOperationsTest {

    private static final Bytes KEY = Bytes.wrap(new byte[] {1});
    private static final Bytes OTHER = Bytes.wrap(new byte[] {2});

    private final StoreOperations operations = new StoreOperations();

    @Test
    void shouldTakeAGetAndAPutOfOneRecordTogether() {
        operations.enter();
        operations.got("ledger", KEY, 1);
        operations.enter(); // a child processor belongs to the same record
        operations.put("ledger", KEY, false, 1);
        operations.leave();
        operations.got("ledger", OTHER, 1);
        operations.put("totals", OTHER, false, 1);
        operations.put("totals", KEY, true, 1);
        operations.ranged("merchants", 1);
        operations.leave();

        assertThat(counts())
                .isEqualTo(Map.of(
                        "ledger", Map.of(Kind.READ_MODIFY_WRITE, 1L, Kind.GET, 1L),
                        "totals", Map.of(Kind.PUT, 1L, Kind.DELETE, 1L),
                        "merchants", Map.of(Kind.RANGE, 1L)));
    }

    @Test
    void shouldNotTakeAPutOfTheNextRecordWithAGetOfTheLast() {
        operations.enter();
        operations.got("ledger", KEY, 1);
        operations.leave();
        operations.enter();
        operations.put("ledger", KEY, false, 1);
        operations.leave();

        assertThat(counts()).isEqualTo(Map.of("ledger", Map.of(Kind.GET, 1L, Kind.PUT, 1L)));
    }

    @Test
    void shouldLeaveGetsAloneOutOfTheBudget() {
        operations.enter();
        operations.got("users", KEY, 1);
        operations.put("ledger", KEY, false, 1);
        operations.leave();

        assertThat(CountedOperations.figures(operations, 2))
                .filteredOn(figure -> figure.name().equals("operations/all"))
                .singleElement()
                .extracting(Figure::value)
                .isEqualTo(0.5);
    }

    private Map<String, Map<Kind, Long>> counts() {
        Map<String, Map<Kind, Long>> counts = new TreeMap<>();
        operations.tallies().forEach((store, kinds) -> {
            Map<Kind, Long> row = new TreeMap<>();
            kinds.forEach((kind, tally) -> row.put(kind, tally.count()));
            counts.put(store, row);
        });
        return counts;
    }
}
