package io.tributary.api.route;

import java.lang.reflect.Type;

/**
 * What a route reads.
 *
 * @param type the JSON type, of one line where the content is lines
 * @param alternative whether a list of the type may come instead
 * @param contentType the content type
 */
public record Body(Type type, boolean alternative, String contentType) {

    static Body json(Type type) {
        return new Body(type, false, "application/json");
    }
}
