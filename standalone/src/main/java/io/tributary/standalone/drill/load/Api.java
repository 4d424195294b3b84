package io.tributary.standalone.drill.load;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.tributary.standalone.StartupException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The HTTP API as a patient client sees it that is killed under its hands. May be used from any thread. */
public final class Api {
    /** The header with the position of the log. */
    public static final String POSITION = "Tributary-Position";

    /** The parameter of a command's path with the position of the log. */
    static final String TOKEN = "&position=";

    private static final String BASE = "/api/v1";
    private static final Duration CONNECT = Duration.ofSeconds(2);
    private static final Duration CALL = Duration.ofSeconds(15);
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final long PAUSE_MILLIS = 100;
    /** Not decided yet, or not answered now. */
    private static final Set<Integer> AGAIN = Set.of(202, 409, 429, 503);

    private static final ObjectMapper JSON = new ObjectMapper();

    private final URI base;
    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(CONNECT)
            .build();

    /** The API at an address. */
    public Api(URI base) {
        this.base = base;
    }

    /**
     * A request.
     *
     * @param method HTTP's
     * @param path under the base path
     * @param headers further headers
     * @param body JSON; empty for none
     */
    public record Call(String method, String path, Map<String, String> headers, String body) {
        /** A read. */
        public static Call get(String path) {
            return new Call("GET", path, Map.of(), "");
        }

        /** A write. */
        public static Call of(String method, String path, String body) {
            return new Call(method, path, Map.of(), body);
        }

        /** The same with one header. */
        public Call with(String name, String value) {
            return new Call(method, path, Map.of(name, value), body);
        }
    }

    /**
     * An answer.
     *
     * @param status HTTP's
     * @param text the body
     * @param headers all headers
     * @param first whether the request had been made once only
     */
    public record Reply(int status, String text, HttpHeaders headers, boolean first) {
        /** The body as JSON; missing where it is none. */
        public JsonNode json() {
            try {
                return JSON.readTree(text);
            } catch (JsonProcessingException none) {
                return MissingNode.getInstance();
            }
        }

        /** A header; empty where there is none. */
        public String header(String name) {
            return headers.firstValue(name).orElse("");
        }
    }

    /**
     * Makes a request once; where nobody listens, as soon as somebody does.
     *
     * @return nothing where it stays unknown whether it was carried out
     * @throws StartupException when nobody listens for minutes
     */
    public Optional<Reply> once(Call call) throws InterruptedException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < deadline) {
            try {
                return Optional.of(send(call, true));
            } catch (ConnectException | HttpConnectTimeoutException nobody) {
                Thread.sleep(PAUSE_MILLIS);
            } catch (IOException broken) {
                return Optional.empty();
            }
        }
        throw new StartupException("The application of the drill does not come back.");
    }

    /**
     * Makes a request that may be repeated, until it is answered for good.
     *
     * @throws StartupException when that takes minutes
     */
    public Reply settled(Call call) throws InterruptedException {
        return settled(call, AGAIN);
    }

    /** The same for writes that need no verdict: 202 will do. */
    public Reply accepted(Call call) throws InterruptedException {
        return settled(call, Set.of(409, 429, 503));
    }

    /**
     * Asks until a command is decided.
     *
     * @param path of the command; with the token of its answer, not to know it is an answer, too
     */
    public Reply decided(String path) throws InterruptedException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < deadline) {
            // Without a token a read may be a commit old after a kill, and not know the command yet.
            Reply reply = path.contains(TOKEN) ? settled(Call.get(path)) : present(path);
            if (!reply.json().path("status").asText().equals("PENDING")) {
                return reply;
            }
            Thread.sleep(PAUSE_MILLIS);
        }
        throw new StartupException("An accepted command stays undecided: " + path);
    }

    /** Asks until the transaction, or whatever else the path names, is there. */
    public Reply present(String path) throws InterruptedException {
        return settled(Call.get(path), Set.of(404, 429, 503));
    }

    private Reply settled(Call call, Set<Integer> again) throws InterruptedException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        boolean first = true;
        String last = "nothing";
        while (System.nanoTime() < deadline) {
            try {
                Reply reply = send(call, first);
                if (!again.contains(reply.status())) {
                    return reply;
                }
                last = String.valueOf(reply.status());
                first = false;
            } catch (ConnectException | HttpConnectTimeoutException nobody) {
                last = "nobody there";
            } catch (IOException broken) {
                first = false;
            }
            Thread.sleep(PAUSE_MILLIS);
        }
        throw new StartupException("The application does not settle %s %s: %s."
                .formatted(call.method(), call.path().replaceAll("\\?.*", ""), last));
    }

    private Reply send(Call call, boolean first) throws IOException, InterruptedException {
        HttpRequest.BodyPublisher body = call.body().isEmpty()
                ? HttpRequest.BodyPublishers.noBody()
                : HttpRequest.BodyPublishers.ofString(call.body());
        HttpRequest.Builder request = HttpRequest.newBuilder(base.resolve(BASE + call.path()))
                .timeout(CALL)
                .header("Content-Type", "application/json")
                .method(call.method(), body);
        call.headers().forEach(request::header);
        HttpResponse<String> answer = client.send(request.build(), HttpResponse.BodyHandlers.ofString());
        return new Reply(answer.statusCode(), answer.body(), answer.headers(), first);
    }
}
