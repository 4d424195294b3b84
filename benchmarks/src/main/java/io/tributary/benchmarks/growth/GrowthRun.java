package io.tributary.benchmarks.growth;

import io.tributary.benchmarks.count.WrittenBytes;
import io.tributary.benchmarks.drain.Drain;
import io.tributary.benchmarks.drain.DrainResult;
import io.tributary.benchmarks.drain.WholePipeline;
import io.tributary.benchmarks.report.Figure;
import io.tributary.benchmarks.stage.Preload;
import io.tributary.benchmarks.stage.Stage;
import io.tributary.benchmarks.startup.Restart;
import io.tributary.benchmarks.workload.Workload;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Drains logs of growing length, each from nothing, and measures each state in the same ways. The baseline of a figure is
 * the same figure of the shortest log.
 */
public final class GrowthRun {

    /** Transactions of each log. */
    private static final List<Long> SIZES = List.of(10_000L, 100_000L, 1_000_000L);

    private static final int TRANSACTIONS_A_USER = 20;

    private final Stage stage;
    private final long seed;
    private final Clock clock;
    private final Consumer<String> progress;
    private final Map<String, Double> first = new HashMap<>();
    private final List<Figure> figures = new ArrayList<>();

    /** On this stage, whose topics it empties. */
    public GrowthRun(Stage stage, long seed, Clock clock, Consumer<String> progress) {
        this.stage = stage;
        this.seed = seed;
        this.clock = clock;
        this.progress = progress;
    }

    /** Measures every size up to {@code most} transactions. */
    public List<Figure> measure(long most) throws IOException, InterruptedException {
        for (long size : SIZES) {
            if (size <= most) {
                progress.accept(String.format(Locale.ROOT, "growing to %,d transactions", size));
                measureOne(size);
            }
        }
        return List.copyOf(figures);
    }

    private void measureOne(long size) throws IOException, InterruptedException {
        stage.recreateInput();
        stage.recreateOutputs();
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        int users = (int) Math.max(1, size / TRANSACTIONS_A_USER);
        Preload preload = Preload.send(stage, new HeavyUser(new Workload(size, users, seed, today)), size);
        String group = "bench-growth-" + size;
        DrainResult drained = new Drain(stage).all(group, new WholePipeline(stage));
        add(size, "all-cpu", drained.allCpuMicrosPerRecord(), "µs/record", "the shortest includes all compiling");
        for (Figure bytes : new WrittenBytes(stage).figures(group, preload)) {
            if (bytes.name().equals("bytes/written") || bytes.name().equals("bytes/state")) {
                add(size, bytes.name().replace('/', '-'), bytes.value(), bytes.unit(), "");
            }
        }
        for (Figure restart : new Restart(stage).measure(group, HeavyUser.ID)) {
            add(size, "clean-restart", restart.value(), "s", "to first answered query");
        }
        try (Questions questions = Questions.open(stage, group)) {
            questions
                    .millis()
                    .forEach((name, millis) -> add(
                            size,
                            "query-" + name,
                            millis,
                            "ms",
                            String.format(Locale.ROOT, "median, one at a time; user of %,d transactions", size / 10)));
        }
    }

    private void add(
            long size, String name, @org.jspecify.annotations.Nullable Double value, String unit, String note) {
        if (value != null) {
            double baseline = first.computeIfAbsent(name, unused -> value);
            figures.add(Figure.of("growth/" + name + "/" + size, value, unit, baseline, note));
        }
    }
}
