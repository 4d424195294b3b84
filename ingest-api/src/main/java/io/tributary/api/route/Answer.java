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
    @SuppressWarnings("ArrayRecordComponent") // Never compared; the bytes are handed on as they are.
    public record Content(String contentType, byte[] bytes) {}

    /** What stands for a body that somebody else writes. */
    private enum Elsewhere {
        WRITTEN
    }

    /** Says that the handler has written, or is still writing, the answer itself. */
    public static Answer streamed() {
        return new Answer(200, Elsewhere.WRITTEN, Map.of());
    }

    /** Whether the handler has written, or is still writing, the answer itself. */
    public boolean isStreamed() {
        return body instanceof Elsewhere;
    }

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
