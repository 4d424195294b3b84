package io.tributary.benchmarks;

import io.tributary.benchmarks.report.Figure;
import io.tributary.benchmarks.report.Machine;
import io.tributary.benchmarks.stage.Stage;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryType;
import java.util.List;

/** The most memory that was used so far. */
final class Memory {

    private static final double MIB = 1 << 20;

    private Memory() {}

    static List<Figure> figures(Stage stage) {
        double broker = Machine.peakResidentBytes(String.valueOf(stage.brokerPid())) / MIB;
        double heap = ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .mapToLong(pool -> pool.getPeakUsage().getUsed())
                .sum();
        return List.of(
                Figure.of(
                        "memory/pipeline-resident",
                        Machine.peakResidentBytes("self") / MIB,
                        "MiB",
                        broker,
                        "peak; to the broker's; workload included"),
                Figure.of("memory/pipeline-heap", heap / MIB, "MiB", "sum of the pools' peaks"));
    }
}
