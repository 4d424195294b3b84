package io.tributary.topologies.classify.evaluation;

import io.tributary.avro.Direction;
import io.tributary.topologies.flow.Subject;
import io.tributary.topologies.taxonomy.Category;
import org.jspecify.annotations.Nullable;

/**
 * A statement line that somebody has put into a category.
 *
 * @param id what its file calls it
 * @param description the line as the bank shows it
 * @param direction which way the money went
 * @param mcc ISO 18245 code, where the file has it
 * @param category the right category, primary or detailed; null where nobody has said
 */
public record LabelledLine(
        String id,
        String description,
        Direction direction,
        @Nullable String mcc,
        @Nullable Category category) {

    private static final String NO_CURRENCY = "XXX";

    /** The line as the classifier looks at it: it knows no amount, as amounts decide nothing. */
    public Subject subject() {
        return new Subject(description, null, direction, 1, NO_CURRENCY, null, null, mcc);
    }
}
