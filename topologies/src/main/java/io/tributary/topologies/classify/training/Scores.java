package io.tributary.topologies.classify.training;

import io.tributary.avro.ConfidenceLevel;
import io.tributary.avro.DecidedBy;
import io.tributary.topologies.classify.Cascade;
import io.tributary.topologies.classify.TransactionClassifier;
import io.tributary.topologies.taxonomy.Category;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * How good decisions are, by primary: over distinct lines and over rows, and by layer and confidence level over distinct
 * lines.
 */
public final class Scores {

    private static final int BINS = 10;

    private final Map<DecidedBy, int[]> byLayer = new EnumMap<>(DecidedBy.class);
    private final Map<ConfidenceLevel, int[]> byLevel = new EnumMap<>(ConfidenceLevel.class);
    private final Map<String, int[]> byPrimary = new TreeMap<>();
    private final double[] claimed = new double[BINS];
    private final int[][] bins = new int[BINS][2];
    private final int[] lines = new int[2];
    private final int[] rows = new int[2];

    /** Decides rows and counts. */
    public Scores add(List<TrainingRow> labelled, TransactionClassifier classifier) {
        for (TrainingRow row : TrainingData.distinct(labelled)) {
            count(row, classifier.decide(Calibrator.subject(row)));
        }
        return this;
    }

    private void count(TrainingRow row, Cascade.Decision decision) {
        boolean right = same(decision.category(), row.category());
        tally(lines, right, 1);
        tally(rows, right, row.rows());
        tally(byLayer.computeIfAbsent(decision.decidedBy(), key -> new int[2]), right, 1);
        tally(byLevel.computeIfAbsent(decision.level(), key -> new int[2]), right, 1);
        int bin = Math.min(BINS - 1, (int) (decision.probability() * BINS));
        claimed[bin] += decision.probability();
        tally(bins[bin], right, 1);
        int[] truth = byPrimary.computeIfAbsent(row.category().primary(), key -> new int[3]);
        truth[0] += right ? 1 : 0;
        truth[1]++;
        byPrimary.computeIfAbsent(decision.category().primary(), key -> new int[3])[2]++;
    }

    private static boolean same(Category decided, Category label) {
        return decided.primary().equals(label.primary());
    }

    private static void tally(int[] counts, boolean right, int by) {
        counts[0] += right ? by : 0;
        counts[1] += by;
    }

    /** The share of distinct lines whose primary is right. */
    public double lineAccuracy() {
        return share(lines);
    }

    /** The share of rows whose primary is right. */
    public double rowAccuracy() {
        return share(rows);
    }

    /** Precision and recall of every primary that occurs, as their harmonic mean, averaged. */
    public double macroF1() {
        return byPrimary.values().stream()
                .filter(counts -> counts[1] > 0)
                .mapToDouble(counts -> 2.0 * counts[0] / (counts[1] + counts[2]))
                .average()
                .orElse(0);
    }

    /** Expected calibration error over ten ranges of probability. */
    public double calibrationError() {
        double error = 0;
        for (int bin = 0; bin < BINS; bin++) {
            error += Math.abs(claimed[bin] - bins[bin][0]);
        }
        return error / Math.max(1, lines[1]);
    }

    private static double share(int[] counts) {
        return counts[1] == 0 ? 0 : (double) counts[0] / counts[1];
    }

    /** A few lines of text. */
    public String report(String name) {
        StringBuilder report = new StringBuilder(String.format(
                Locale.ROOT,
                "%-34s lines %6d right %.3f  rows %6d right %.3f  macro-F1 %.3f  ECE %.3f%n",
                name,
                lines[1],
                lineAccuracy(),
                rows[1],
                rowAccuracy(),
                macroF1(),
                calibrationError()));
        for (String layer :
                new TreeSet<>(byLayer.keySet().stream().map(Enum::name).toList())) {
            append(report, layer, byLayer.getOrDefault(DecidedBy.valueOf(layer), new int[2]));
        }
        byLevel.forEach((level, counts) -> append(report, level.name(), counts));
        return report.toString();
    }

    private void append(StringBuilder report, String name, int[] counts) {
        report.append(String.format(
                Locale.ROOT,
                "    %-14s %.3f of lines, right %.3f%n",
                name,
                (double) counts[1] / lines[1],
                share(counts)));
    }
}
