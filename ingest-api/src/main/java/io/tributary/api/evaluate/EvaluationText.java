package io.tributary.api.evaluate;

import io.tributary.topologies.classify.evaluation.Evaluation;
import io.tributary.topologies.classify.evaluation.Quality;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The figures of an evaluation for people. */
public final class EvaluationText {

    private final List<String> lines = new ArrayList<>();

    private EvaluationText() {}

    /** Lines of text. */
    public static List<String> of(Evaluation evaluation) {
        EvaluationText text = new EvaluationText();
        text.add("%-14s %9s %9s %9s %9s %9s %9s", "", "count", "right", "detail", "macro-F1", "ECE", "at 95 %");
        text.quality("rows", evaluation.rows());
        text.quality("distinct lines", evaluation.distinct());
        text.add("");
        text.add("%-14s %9s %9s", "decided by", "share", "right");
        evaluation.byLayer().forEach((layer, part) -> text.part(layer, part));
        text.add("");
        text.add("%-14s %9s %9s", "confidence", "share", "right");
        evaluation.byLevel().forEach((level, part) -> text.part(level, part));
        text.add("");
        text.add("%-27s %-27s %9s", "label", "said instead", "rows");
        evaluation
                .confusion()
                .forEach(mistake -> text.add("%-27s %-27s %,9d", mistake.label(), mistake.answer(), mistake.rows()));
        text.add("");
        text.add("%-41s %-27s %-27s %9s", "merchant", "label", "said instead", "rows");
        evaluation
                .worstMerchants()
                .forEach(worst -> text.add(
                        "%-41s %-27s %-27s %,9d", worst.merchantKey(), worst.label(), worst.answer(), worst.rows()));
        return text.lines;
    }

    private void quality(String name, Quality of) {
        add(
                "%-14s %,9d %9.4f %9.4f %9.4f %9.4f %9.4f",
                name,
                of.count(),
                of.accuracy(),
                of.detailAccuracy(),
                of.macroF1(),
                of.calibrationError(),
                of.coverageAt95());
    }

    private void part(String name, Evaluation.Part part) {
        add("%-14s %9.4f %9.4f", name, part.share(), part.accuracy());
    }

    private void add(String format, Object... values) {
        lines.add(String.format(Locale.ROOT, format, values).stripTrailing());
    }
}
