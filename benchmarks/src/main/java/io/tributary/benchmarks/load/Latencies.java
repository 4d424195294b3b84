package io.tributary.benchmarks.load;

import io.tributary.benchmarks.report.Figure;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;

/** How long one kind of thing took, from when it was due. Thread safe. */
final class Latencies {

    private static final long LONGEST_MICROS = TimeUnit.MINUTES.toMicros(10);
    private static final double MICROS = 1e3;

    private final Histogram micros = new ConcurrentHistogram(LONGEST_MICROS, 3);
    private final LongAdder failures = new LongAdder();

    /** It has happened just now. */
    void done(long due) {
        long took = TimeUnit.NANOSECONDS.toMicros(System.nanoTime() - due);
        micros.recordValue(Math.min(LONGEST_MICROS, Math.max(0, took)));
    }

    /** It went wrong. */
    void failed() {
        failures.increment();
    }

    /** Forgets everything. */
    void reset() {
        micros.reset();
        failures.reset();
    }

    /** Median and 99th percentile. */
    List<Figure> figures(String name, Latencies baseline, String note) {
        if (micros.getTotalCount() == 0) {
            return List.of(Figure.skipped(name, "none of %,d requests was answered".formatted(failures.sum())));
        }
        List<Figure> figures = new ArrayList<>();
        for (double percentile : new double[] {50, 99}) {
            figures.add(Figure.of(
                    "%s-p%.0f".formatted(name, percentile),
                    at(percentile),
                    "ms",
                    baseline.at(percentile),
                    "%s; %,d, max %.1f, %,d failed"
                            .formatted(note, micros.getTotalCount(), micros.getMaxValue() / MICROS, failures.sum())));
        }
        return figures;
    }

    private double at(double percentile) {
        return micros.getValueAtPercentile(percentile) / MICROS;
    }
}
