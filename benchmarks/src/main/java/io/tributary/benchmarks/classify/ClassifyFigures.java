package io.tributary.benchmarks.classify;

import io.tributary.benchmarks.report.Figure;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/** Time and bytes of one decision, by JMH in a process of its own. */
public final class ClassifyFigures {

    private static final int ITERATIONS = 5;
    private static final TimeValue A_SECOND = TimeValue.seconds(1);
    private static final String ALLOCATED = "gc.alloc.rate.norm";

    private ClassifyFigures() {}

    /** Measures. */
    public static List<Figure> measure() {
        Options options = new OptionsBuilder()
                .include(ClassifyBenchmark.class.getName())
                .mode(Mode.AverageTime)
                .timeUnit(TimeUnit.MICROSECONDS)
                .warmupIterations(ITERATIONS)
                .warmupTime(A_SECOND)
                .measurementIterations(ITERATIONS)
                .measurementTime(A_SECOND)
                .forks(1)
                .addProfiler(GCProfiler.class)
                .verbosity(VerboseMode.SILENT)
                .build();
        try {
            Collection<RunResult> results = new Runner(options).run();
            RunResult decide = of(results, "decide");
            RunResult read = of(results, "read");
            Result<?> time = decide.getPrimaryResult();
            return List.of(
                    Figure.of(
                            "classify/time",
                            time.getScore(),
                            "µs",
                            read.getPrimaryResult().getScore(),
                            String.format(
                                    Locale.ROOT,
                                    "to reading the words; must 8; ± %.2f (99.9 %%)",
                                    time.getScoreError())),
                    Figure.of("classify/allocated", bytes(decide), "B", "must 1,000; the result included"));
        } catch (RunnerException failed) {
            throw new IllegalStateException("JMH did not come to an end", failed);
        }
    }

    private static RunResult of(Collection<RunResult> results, String method) {
        return results.stream()
                .filter(result -> result.getParams().getBenchmark().endsWith("." + method))
                .findFirst()
                .orElseThrow();
    }

    private static double bytes(RunResult result) {
        return Objects.requireNonNull(result.getSecondaryResults().get(ALLOCATED), ALLOCATED)
                .getScore();
    }
}
