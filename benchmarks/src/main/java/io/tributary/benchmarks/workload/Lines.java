package io.tributary.benchmarks.workload;

import io.tributary.avro.Direction;
import io.tributary.avro.RawTransaction;
import io.tributary.standalone.demo.DemoData;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/** Statement lines, each as often as it stands in the demo data: drawing one draws by frequency. */
final class Lines {

    private final List<Line> lines = new ArrayList<>();

    /** A statement line and which way its money goes. */
    record Line(String description, Direction direction) {}

    /** Reads the demo data that is in the jar; its dates are not used. */
    static Lines ofDemoData() {
        Lines all = new Lines();
        new DemoData(LocalDate.EPOCH.plusYears(50)).forEach(all::add);
        return all;
    }

    int draw(RandomGenerator random) {
        return random.nextInt(lines.size());
    }

    Line get(int index) {
        return lines.get(index);
    }

    private void add(RawTransaction fact) {
        // The pipeline refuses rows of amount 0: no bench of accepted facts wants them.
        if (fact.getAmount().getMinor() > 0) {
            lines.add(new Line(fact.getDescription(), fact.getDirection()));
        }
    }
}
