package io.tributary.api.route;

import java.lang.reflect.Type;
import org.jspecify.annotations.Nullable;

/**
 * An answer that a route may give, for the documentation.
 *
 * @param status the HTTP status
 * @param description when it is given
 * @param type the body's type; null where there is none or it is no JSON of one type
 * @param contentType the body's content type
 */
public record Reply(
        int status, String description, @Nullable Type type, String contentType) {

    private static final String JSON = "application/json";

    /** A JSON answer. */
    public static Reply json(int status, Type type, String description) {
        return new Reply(status, description, type, JSON);
    }

    /** Whether its body is JSON, of a type or not. */
    boolean isJson() {
        return contentType.equals(JSON);
    }

    /** An answer of another kind. */
    public static Reply content(int status, String contentType, String description) {
        return new Reply(status, description, null, contentType);
    }
}
