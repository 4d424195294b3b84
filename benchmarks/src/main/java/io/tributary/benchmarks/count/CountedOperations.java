package io.tributary.benchmarks.count;

import io.tributary.benchmarks.report.Figure;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Store operations for a transaction, by store and kind. */
public final class CountedOperations {

    private CountedOperations() {}

    /** As figures, of so many records. */
    public static List<Figure> figures(StoreOperations operations, long records) {
        List<Figure> figures = new ArrayList<>();
        double budgeted = 0;
        double micros = 0;
        for (Map.Entry<String, Map<StoreOperations.Kind, StoreOperations.Tally>> store :
                operations.tallies().entrySet()) {
            for (Map.Entry<StoreOperations.Kind, StoreOperations.Tally> kind :
                    store.getValue().entrySet()) {
                double each = (double) kind.getValue().count() / records;
                double spent = kind.getValue().nanos() / 1e3 / records;
                budgeted += kind.getKey() == StoreOperations.Kind.GET ? 0 : each;
                micros += spent;
                String name = kind.getKey().name().toLowerCase(Locale.ROOT).replace('_', '-');
                figures.add(Figure.of(
                        "operations/" + store.getKey() + "/" + name, each, "1/tx", "%.2f µs/tx".formatted(spent)));
            }
        }
        figures.add(Figure.of(
                "operations/all",
                budgeted,
                "1/tx",
                "gets alone not counted; %.1f µs/tx in stores, gets included".formatted(micros)));
        return figures;
    }
}
