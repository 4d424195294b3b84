package io.tributary.benchmarks.soak;

import io.tributary.api.TributaryServer;
import io.tributary.benchmarks.report.Figure;
import io.tributary.benchmarks.stage.Stage;
import io.tributary.benchmarks.workload.Workload;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;

/** Facts straight into the log at a steady rate, and beside them questions to the API, for as long as asked. */
public final class SoakRun {

    private static final int WRITES = 2_000;
    private static final int READS = 500;

    private final Stage stage;
    private final Workload workload;
    private final Consumer<String> progress;

    /** On this stage, with facts of the workload. */
    public SoakRun(Stage stage, Workload workload, Consumer<String> progress) {
        this.stage = stage;
        this.workload = workload;
        this.progress = progress;
    }

    /** Runs it on the state of a group and says what was seen. */
    public List<Figure> measure(String group, Duration length) throws InterruptedException {
        try (TributaryServer server = TributaryServer.start(stage.config(group));
                Writes writes = new Writes(stage, workload, WRITES);
                Reads reads = new Reads(server.url(), READS)) {
            reads.awaitReady();
            Watch watch = new Watch(stage, group, progress);
            writes.start();
            reads.start();
            long end = System.nanoTime() + length.toNanos();
            while (System.nanoTime() < end) {
                watch.look();
            }
            return watch.figures(writes.sent(), reads);
        }
    }
}
