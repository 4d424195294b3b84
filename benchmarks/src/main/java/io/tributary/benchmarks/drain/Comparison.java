package io.tributary.benchmarks.drain;

import io.tributary.benchmarks.report.Figure;
import io.tributary.benchmarks.report.Spread;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * The pipeline's runs and those of the pass-through between them.
 *
 * @param passThrough the baseline's runs
 * @param pipeline the pipeline's runs, the last of which has left its topics and its state
 */
public record Comparison(List<DrainResult> passThrough, List<DrainResult> pipeline) {

    /** The group of the pipeline's last run. */
    public String lastApplicationId() {
        return pipeline.get(pipeline.size() - 1).applicationId();
    }

    /** Rates and CPU time, the pass-through being the baseline. */
    public List<Figure> figures() {
        Spread pass = spread(passThrough, DrainResult::rate);
        Spread whole = spread(pipeline, DrainResult::rate);
        return List.of(
                Figure.of(
                        "drain/pass-through",
                        pass.median(),
                        "records/s",
                        "median of " + passThrough.size() + ", " + pass.range()),
                Figure.of(
                        "drain/pipeline",
                        whole.median(),
                        "records/s",
                        pass.median(),
                        "to pass-through; median of " + pipeline.size() + ", " + whole.range()
                                + "; must 20,000 and 0.05; "
                                + reread() + " read again"),
                Figure.of(
                        "drain/stream-thread-cpu",
                        spread(pipeline, DrainResult::cpuMicrosPerRecord).median(),
                        "µs/record",
                        spread(passThrough, DrainResult::cpuMicrosPerRecord).median(),
                        "to pass-through"),
                Figure.of(
                        "drain/all-cpu",
                        spread(pipeline, DrainResult::allCpuMicrosPerRecord).median(),
                        "µs/record",
                        spread(passThrough, DrainResult::allCpuMicrosPerRecord).median(),
                        "to pass-through; application and broker, compilers and collectors included"));
    }

    /** Records that were processed more than once because exactly-once had rolled work back. */
    private long reread() {
        return pipeline.stream()
                .mapToLong(run -> Math.max(0, run.processed() - run.records()))
                .sum();
    }

    private static Spread spread(List<DrainResult> runs, ToDoubleFunction<DrainResult> value) {
        return Spread.of(runs.stream().mapToDouble(value).toArray());
    }
}
