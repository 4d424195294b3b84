package io.tributary.benchmarks;

import io.tributary.benchmarks.Plan.Part;
import io.tributary.benchmarks.accuracy.AccuracyRun;
import io.tributary.benchmarks.classify.ClassifyFigures;
import io.tributary.benchmarks.count.CountedOperations;
import io.tributary.benchmarks.count.CountingWrapper;
import io.tributary.benchmarks.count.StoreOperations;
import io.tributary.benchmarks.count.WrittenBytes;
import io.tributary.benchmarks.drain.App;
import io.tributary.benchmarks.drain.Comparison;
import io.tributary.benchmarks.drain.Drain;
import io.tributary.benchmarks.drain.DrainResult;
import io.tributary.benchmarks.drain.PassThrough;
import io.tributary.benchmarks.drain.WholePipeline;
import io.tributary.benchmarks.growth.GrowthRun;
import io.tributary.benchmarks.load.CorrectionRun;
import io.tributary.benchmarks.load.LatencyRun;
import io.tributary.benchmarks.profile.Profile;
import io.tributary.benchmarks.report.Figure;
import io.tributary.benchmarks.soak.SoakRun;
import io.tributary.benchmarks.stage.Preload;
import io.tributary.benchmarks.stage.Stage;
import io.tributary.benchmarks.startup.Restart;
import io.tributary.benchmarks.workload.Workload;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Measures one thing after the other, on one broker. */
final class Bench implements AutoCloseable {

    /** So many records make the code hot and tell operations well enough. */
    private static final long WARM_UP = 30_000;

    private static final long COUNTED = 200_000;

    private final Plan plan;
    private final Progress progress;
    private final Clock clock;
    private final Path folder;
    private final Stage stage;
    private final Workload workload;
    private final List<Figure> figures = new ArrayList<>();
    private String profile = "";
    private String lastGroup = "bench-latency";

    private Bench(Plan plan, Clock clock, Progress progress, Path folder, Stage stage) {
        this.plan = plan;
        this.progress = progress;
        this.clock = clock;
        this.folder = folder;
        this.stage = stage;
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        this.workload = new Workload(plan.records(), plan.users(), plan.seed(), today);
    }

    /** Starts broker and registry in a folder of their own, which closing removes. */
    static Bench prepare(Plan plan, Clock clock, Progress progress) throws IOException, InterruptedException {
        progress.say("starting broker and registry");
        Path folder = Files.createTempDirectory(Files.createDirectories(base()), "bench-");
        return new Bench(plan, clock, progress, folder, Stage.start(folder));
    }

    private static Path home() {
        return Path.of(System.getProperty("tributary.home", ""));
    }

    /** On the disk that the product's data would be on: a system's folder for temporary files may be memory. */
    private static Path base() {
        String home = System.getProperty("tributary.home");
        return home == null
                ? Path.of(System.getProperty("java.io.tmpdir"))
                : Path.of(home, "benchmarks", "target", "runs");
    }

    /** Measures what the plan wants. */
    List<Figure> run() throws IOException, InterruptedException {
        if (plan.wants(Part.CLASSIFY)) {
            progress.say("classifying");
            figures.addAll(ClassifyFigures.measure());
        }
        if (plan.wants(Part.ACCURACY)) {
            figures.addAll(AccuracyRun.of(home(), progress::say).measure());
        }
        if (plan.needsDrain() || plan.wants(Part.OPERATIONS)) {
            progress.say("sending %,d transactions".formatted(plan.records()));
            Preload preload = Preload.send(stage, workload::next, plan.records());
            if (plan.wants(Part.OPERATIONS)) {
                count();
            }
            if (plan.needsDrain()) {
                drain(preload);
            }
        }
        if (plan.wants(Part.LATENCY)) {
            progress.say("measuring latency at %,d requests/s".formatted(plan.rate()));
            figures.addAll(new LatencyRun(stage, workload, clock).measure(lastGroup, plan.rate(), plan.seconds()));
        }
        if (plan.wants(Part.CORRECTION)) {
            progress.say("correcting a merchant beside other users");
            figures.addAll(new CorrectionRun(stage, workload, clock).measure(lastGroup, plan.seconds()));
        }
        if (plan.wants(Part.SOAK)) {
            progress.say("soaking for %,d s".formatted(plan.soakSeconds()));
            figures.addAll(new SoakRun(stage, workload, progress::say)
                    .measure(lastGroup, Duration.ofSeconds(plan.soakSeconds())));
        }
        if (plan.wants(Part.GROWTH)) {
            figures.addAll(new GrowthRun(stage, plan.seed(), clock, progress::say).measure(plan.records()));
        }
        return figures;
    }

    /** Where the time went, or nothing. */
    String profile() {
        return profile;
    }

    private void count() throws InterruptedException {
        progress.say("counting operations");
        StoreOperations operations = new StoreOperations();
        DrainResult counted = new Drain(stage)
                .run("bench-count", new WholePipeline(stage), COUNTED, CountingWrapper.settings(operations));
        figures.addAll(CountedOperations.figures(operations, counted.processed()));
        stage.recreateOutputs();
    }

    private void drain(Preload preload) throws IOException, InterruptedException {
        Drain drain = new Drain(stage);
        App pipeline = new WholePipeline(stage);
        App passThrough = new PassThrough();
        progress.say("warming up");
        drain.run("bench-warm-pass", passThrough, WARM_UP, java.util.Map.of());
        drain.run("bench-warm-pipeline", pipeline, WARM_UP, java.util.Map.of());
        List<DrainResult> baselines = new ArrayList<>();
        List<DrainResult> results = new ArrayList<>();
        int runs = plan.wants(Part.DRAIN) ? plan.runs() : 1;
        for (int run = 1; run <= runs; run++) {
            stage.recreateOutputs();
            baselines.add(tell(drain.all("bench-pass-" + run, passThrough)));
            boolean recorded = run == runs && plan.profile().isPresent();
            results.add(tell(recorded ? profiled(drain, pipeline, run) : drain.all("bench-pipeline-" + run, pipeline)));
        }
        Comparison comparison = new Comparison(baselines, results);
        lastGroup = comparison.lastApplicationId();
        if (plan.wants(Part.DRAIN)) {
            figures.addAll(comparison.figures());
        }
        if (plan.wants(Part.BYTES)) {
            progress.say("reading what was written");
            figures.addAll(new WrittenBytes(stage).figures(lastGroup, preload));
        }
        if (plan.wants(Part.STARTUP)) {
            progress.say("restarting");
            figures.addAll(new Restart(stage).measure(lastGroup, "user-000001"));
        }
        if (plan.wants(Part.MEMORY)) {
            figures.addAll(Memory.figures(stage));
        }
    }

    private DrainResult profiled(Drain drain, App pipeline, int run) throws IOException, InterruptedException {
        Path file = plan.profile().orElseThrow();
        try (Profile recording = Profile.start()) {
            DrainResult result = drain.all("bench-pipeline-" + run, pipeline);
            profile = recording.describe(file, result.cpuNanos(), result.records());
            return result;
        }
    }

    private DrainResult tell(DrainResult result) {
        progress.say("%s: %,.0f records/s".formatted(result.applicationId(), result.rate()));
        return result;
    }

    @Override
    public void close() throws IOException {
        stage.close();
        try (Stream<Path> tree = Files.walk(folder)) {
            for (Path path : tree.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        }
    }
}
