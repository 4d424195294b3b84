package io.tributary.standalone.acceptance;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The HTTP API as a client sees it. */
final class HttpApi {
    /** Where everything about users stands. */
    static final String BASE = "/api/v1";

    private static final String POSITION = "Tributary-Position";
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final ObjectMapper JSON = new ObjectMapper();

    private final URI base;
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    HttpApi(URI base) {
        this.base = base;
    }

    /**
     * An answer.
     *
     * @param status HTTP's
     * @param text the body
     * @param position the token of the log's position; empty where there is none
     * @param headers all headers
     */
    record Reply(int status, String text, String position, HttpHeaders headers) {
        /** A header; empty where there is none. */
        String header(String name) {
            return headers.firstValue(name).orElse("");
        }

        JsonNode json() {
            return HttpApi.json(text);
        }
    }

    /** Reads JSON. */
    static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException noJson) {
            throw new UncheckedIOException(noJson);
        }
    }

    Reply get(String path) {
        return get(path, null);
    }

    /** Reads what was written at the token or before. */
    Reply get(String path, @Nullable String position) {
        return send(request(path, position).GET().build());
    }

    Reply post(String path, String json) {
        return post(path, "application/json", json);
    }

    Reply post(String path, String contentType, String body) {
        return send(request(path, null)
                .header("Content-Type", contentType)
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build());
    }

    /** Any request. */
    Reply send(String method, String path, Map<String, String> headers, String body) {
        return send(method, path, headers, body.getBytes(UTF_8));
    }

    /** Any request, also with bytes that are no text. */
    Reply send(String method, String path, Map<String, String> headers, byte[] body) {
        HttpRequest.BodyPublisher content =
                body.length == 0 ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofByteArray(body);
        HttpRequest.Builder request = request(path, null).method(method, content);
        headers.forEach(request::header);
        return send(request.build());
    }

    /** Whether the instance has the user itself: what is marked as passed on, it passes on no further. */
    boolean isOwnerOf(String userId) {
        return send("GET", user(userId, "summary"), Map.of("Tributary-Forwarded", "OWNER"), "")
                        .status()
                == 200;
    }

    /** The path of a user's part of the API. */
    static String user(String userId, String rest) {
        return BASE + "/users/" + userId + "/" + rest;
    }

    private HttpRequest.Builder request(String path, @Nullable String position) {
        HttpRequest.Builder request = HttpRequest.newBuilder(base.resolve(path)).timeout(PATIENCE);
        return position == null ? request : request.header(POSITION, position);
    }

    private Reply send(HttpRequest request) {
        try {
            HttpResponse<String> answer = client.send(request, HttpResponse.BodyHandlers.ofString());
            String position = answer.headers().firstValue(POSITION).orElse("");
            return new Reply(answer.statusCode(), answer.body(), position, answer.headers());
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", stopped);
        }
    }
}
