package io.tributary.api.route;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a handler answers.
 *
 * @param status the HTTP status
 * @param body what to write as JSON, {@link Content} as it is, or nothing
 * @param headers further headers
 */
public record Answer(int status, @Nullable Object body, Map<String, String> headers) {

    /** Bytes that are no JSON of a type. */
    public record Content(String contentType, byte[] bytes) {

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Content content
                    && contentType.equals(content.contentType)
                    && java.util.Arrays.equals(bytes, content.bytes);
        }

        @Override
        public int hashCode() {
            return java.util.Arrays.hashCode(bytes);
        }
    }

    /** Says that the handler has written, or is still writing, the answer itself. */
    public static final Answer STREAMED = new Answer(200, null, Map.of());

    /** 200 with a body. */
    public static Answer ok(Object body) {
        return new Answer(200, body, Map.of());
    }

    /** A status with a body. */
    public static Answer of(int status, Object body) {
        return new Answer(status, body, Map.of());
    }

    /** The same with one more header. */
    public Answer with(String name, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(name, value);
        return new Answer(status, body, more);
    }
}
