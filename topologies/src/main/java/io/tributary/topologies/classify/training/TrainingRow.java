package io.tributary.topologies.classify.training;

import io.tributary.avro.Direction;
import io.tributary.topologies.classify.evaluation.LabelledLine;
import io.tributary.topologies.flow.Subject;
import io.tributary.topologies.taxonomy.Category;

/**
 * A distinct line of a source with its label.
 *
 * @param source where it comes from
 * @param description the line as the bank shows it
 * @param direction which way the money went
 * @param category the right category, primary or detailed
 * @param rows how many transactions showed this line with this label
 */
public record TrainingRow(String source, String description, Direction direction, Category category, int rows) {

    /** The row as a classifier looks at it. */
    Subject subject() {
        return line().subject();
    }

    /** The row as an evaluation looks at it. */
    public LabelledLine line() {
        return new LabelledLine(source, description, direction, null, category);
    }
}
