package io.tributary.api.problem;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A problem as RFC 9457 writes it.
 *
 * @param type URI of the kind of problem
 * @param title the kind in one sentence
 * @param status the HTTP status
 * @param detail what is wrong this time; holds no content and no internal name
 * @param instance the path that was asked for
 * @param errors the broken rules, for a validation problem
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Problem(
        String type,
        String title,
        int status,
        String detail,
        @Nullable String instance,
        @Nullable List<FieldError> errors) {

    /** The content type problems are sent with. */
    public static final String CONTENT_TYPE = "application/problem+json";

    /** A problem of a kind, at a path. */
    public static Problem of(ProblemType type, String detail, @Nullable String instance, List<FieldError> errors) {
        return new Problem(type.uri(), type.title(), type.status(), detail, instance, errors);
    }
}
