package io.tributary.topologies.intake;

import io.tributary.avro.Violation;

/**
 * A rule that what comes in must keep.
 *
 * @param name stable name that clients may rely on, e.g. {@code amount.positive}
 * @param field the field it is about
 * @param text the rule as one sentence; holds no value, so it may be shown and logged
 */
public record Rule(String name, String field, String text) {

    /** The report that this rule is broken. */
    public Violation violation() {
        return new Violation(field, name, text);
    }
}
