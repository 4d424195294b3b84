package io.tributary.standalone.acceptance;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A request that shall reach an operation, and the status it shall be answered with.
 *
 * @param operation the operation as the document names it, e.g. {@code GET /api/v1/users/{user}/summary}
 * @param status what it is answered with
 * @param names values of the names in the path
 * @param query the query string with its question mark, or nothing
 * @param headers further headers
 * @param body what is sent
 */
record RouteSample(
        String operation,
        int status,
        Map<String, String> names,
        String query,
        Map<String, String> headers,
        String body) {

    static RouteSample of(String operation, int status) {
        return new RouteSample(operation, status, Map.of(), "", Map.of(), "");
    }

    /** With a value of a name in the path. */
    RouteSample at(String name, String value) {
        Map<String, String> more = new HashMap<>(names);
        more.put(name, value);
        return new RouteSample(operation, status, more, query, headers, body);
    }

    RouteSample query(String text) {
        return new RouteSample(operation, status, names, "?" + text, headers, body);
    }

    RouteSample header(String name, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(name, value);
        return new RouteSample(operation, status, names, query, more, body);
    }

    RouteSample json(String text) {
        return body("application/json", text);
    }

    RouteSample body(String contentType, String text) {
        RouteSample typed = header("Content-Type", contentType);
        return new RouteSample(operation, status, names, query, typed.headers, text);
    }

    /** The same request, with another expectation. */
    RouteSample expecting(int other) {
        return new RouteSample(operation, other, names, query, headers, body);
    }

    String method() {
        return operation.substring(0, operation.indexOf(' '));
    }

    /** The path with every name replaced, and the query. */
    String target() {
        String path = operation.substring(operation.indexOf(' ') + 1);
        for (Map.Entry<String, String> name : names.entrySet()) {
            path = path.replace("{" + name.getKey() + "}", name.getValue());
        }
        return path + query;
    }

    HttpApi.Reply send(HttpApi api) {
        return api.send(method(), target(), headers, body);
    }

    @Override
    public String toString() {
        return operation + " -> " + status;
    }
}
