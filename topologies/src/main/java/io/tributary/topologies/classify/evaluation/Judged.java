package io.tributary.topologies.classify.evaluation;

import io.tributary.topologies.flow.Automatic;
import io.tributary.topologies.flow.Classifier;
import io.tributary.topologies.taxonomy.Category;

/**
 * A line and what the classifier says of it.
 *
 * @param line the line
 * @param said what was said
 */
public record Judged(LabelledLine line, Automatic said) {

    /** Asks the classifier. */
    public static Judged of(LabelledLine line, Classifier classifier) {
        return new Judged(line, classifier.automatic(line.subject()));
    }

    /** Whether anybody has said what is right. */
    public boolean isLabelled() {
        return line.category() != null;
    }

    /** Whether the primary is right. */
    public boolean isRight() {
        Category label = line.category();
        return label != null && label.primary().equals(said.category().primary());
    }

    /** Whether there is a detailed label. */
    boolean hasDetail() {
        Category label = line.category();
        return label != null && !label.isPrimary();
    }

    /** Whether the detailed category is right. */
    boolean isDetailRight() {
        return said.category().equals(line.category());
    }

    /** The right primary. */
    String label() {
        Category label = line.category();
        return label == null ? "" : label.primary();
    }

    /** The primary that was said. */
    String answer() {
        return said.category().primary();
    }
}
