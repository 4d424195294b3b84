package io.tributary.benchmarks.soak;

import io.tributary.benchmarks.report.Figure;
import io.tributary.benchmarks.report.Machine;
import io.tributary.benchmarks.stage.Stage;
import io.tributary.schemas.Topics;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.kafka.common.TopicPartition;

/**
 * Looks every few seconds: where the group stands behind the log, what is resident, and whether a stream thread that had
 * work was found at the same place, blocked, twice in a row without having moved on.
 */
final class Watch {

    private static final long EVERY_MILLIS = 5_000;
    private static final String STREAM_THREAD = "-StreamThread-";
    private static final double MIB = 1 << 20;

    private final Stage stage;
    private final String group;
    private final Consumer<String> progress;
    private final List<Long> lags = new ArrayList<>();
    private final List<Double> resident = new ArrayList<>();
    private final Map<String, Stand> stands = new HashMap<>();
    private int stalls;
    private long committed;

    /** Where a thread stood, and the CPU time it had used. */
    private record Stand(List<StackTraceElement> stack, long cpuNanos) {}

    Watch(Stage stage, String group, Consumer<String> progress) {
        this.stage = stage;
        this.group = group;
        this.progress = progress;
    }

    void look() throws InterruptedException {
        Thread.sleep(EVERY_MILLIS);
        Map<TopicPartition, Long> ends = stage.brokerage().ends(Topics.EXPENSES_RAW.name());
        long now = stage.brokerage().committed(group, ends);
        long lag = ends.values().stream().mapToLong(Long::longValue).sum() - now;
        boolean moved = now > committed;
        committed = now;
        lags.add(lag);
        resident.add(Machine.residentBytes("self") / MIB);
        stalls += lag > 0 && !moved ? stalled() : remember();
        progress.accept(
                String.format(Locale.ROOT, "lag %,d, %,.0f MiB resident", lag, resident.get(resident.size() - 1)));
    }

    /** Threads that have used no CPU time since the last look and stand where they stood. */
    private int stalled() {
        Map<String, Stand> before = Map.copyOf(stands);
        remember();
        return (int) stands.entrySet().stream()
                .filter(stand -> stand.getValue().equals(before.get(stand.getKey())))
                .count();
    }

    private int remember() {
        var threads = ManagementFactory.getThreadMXBean();
        stands.clear();
        for (ThreadInfo thread : threads.dumpAllThreads(false, false)) {
            if (thread.getThreadName().contains(STREAM_THREAD)
                    && !thread.getThreadName().startsWith("kafka-")) {
                stands.put(
                        thread.getThreadName(),
                        new Stand(
                                Arrays.asList(thread.getStackTrace()), threads.getThreadCpuTime(thread.getThreadId())));
            }
        }
        return 0;
    }

    List<Figure> figures(long sent, Reads reads) {
        int third = Math.max(1, resident.size() / 3);
        double early = median(resident.subList(0, third));
        double late = median(resident.subList(resident.size() - third, resident.size()));
        return List.of(
                Figure.of("soak/written", (double) sent, "facts", "2,000/s"),
                Figure.of(
                        "soak/read",
                        (double) reads.answered(),
                        "answers",
                        "500/s; %,d failed".formatted(reads.failed())),
                Figure.of(
                        "soak/lag-median",
                        median(lags.stream().map(Long::doubleValue).toList()),
                        "records",
                        ""),
                Figure.of(
                        "soak/lag-max",
                        lags.stream().mapToDouble(Long::doubleValue).max().orElse(0),
                        "records",
                        ""),
                Figure.of("soak/stalled-threads", stalls, "looks", "must 0; one look each 5 s"),
                Figure.of("soak/resident", late, "MiB", early, "median of the last third; to that of the first"));
    }

    private static double median(List<Double> values) {
        List<Double> sorted = values.stream().sorted().toList();
        return sorted.isEmpty() ? 0 : sorted.get(sorted.size() / 2);
    }
}
