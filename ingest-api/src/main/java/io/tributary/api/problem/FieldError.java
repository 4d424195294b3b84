package io.tributary.api.problem;

import org.jspecify.annotations.Nullable;

/**
 * One broken rule of a request.
 *
 * @param index the row it is in, from 0, where the body is a list
 * @param field the field by its name in the request
 * @param rule the rule's stable name, e.g. {@code amount.positive}
 * @param message one sentence for a person; never holds the field's value
 */
public record FieldError(@Nullable Integer index, String field, String rule, String message) {

    /** Of a body that is no list. */
    public static FieldError of(String field, String rule, String message) {
        return new FieldError(null, field, rule, message);
    }

    /** The same, in row {@code row}. */
    public FieldError in(int row) {
        return new FieldError(row, field, rule, message);
    }
}
