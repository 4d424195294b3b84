package io.tributary.topologies.classify.lexicon;

import com.google.re2j.Pattern;
import io.tributary.avro.Direction;
import io.tributary.topologies.taxonomy.Category;
import org.jspecify.annotations.Nullable;

/**
 * What the form of a line says whoever wrote it: pay, interest, a fee, a withdrawal.
 *
 * @param id the rule's name
 * @param strength where it stands in the order of decision
 * @param direction the direction it is for; null for both
 * @param category what it decides
 * @param expression found in the normal form
 */
public record StructuralRule(
        String id, Strength strength, @Nullable Direction direction, Category category, Pattern expression) {

    /** Where a rule stands in the order of decision. */
    public enum Strength {
        /** In front of the dictionary. */
        STRONG,
        /** Behind the dictionary; money that moves between accounts. */
        TRANSFER,
        /** Behind the dictionary and the transfers. */
        WEAK
    }

    boolean matches(Direction way, String normalised) {
        return (direction == null || direction == way)
                && expression.matcher(normalised).find();
    }
}
