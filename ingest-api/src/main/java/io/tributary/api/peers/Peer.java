package io.tributary.api.peers;

import io.javalin.http.Context;
import io.tributary.api.problem.ProblemException;
import io.tributary.api.problem.ProblemType;
import io.tributary.api.route.Answer;
import io.tributary.api.route.Request;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Asks another instance what this one was asked, and hands its answer on as it is. */
final class Peer {

    /** Marks a request that has been forwarded once, which is often enough. */
    static final String FORWARDED = "Tributary-Forwarded";

    private static final byte[] NOTHING = {};
    private static final Duration CONNECT = Duration.ofSeconds(1);
    private static final Duration ANSWER = Duration.ofSeconds(5);

    /** What the caller said that the other instance must know. */
    private static final List<String> PASSED_ON = List.of(
            "Accept",
            "Authorization",
            "Content-Type",
            "Idempotency-Key",
            "If-Match",
            "Tributary-Position",
            "X-API-Key");

    /** What belongs to the connection or is written anew here. */
    private static final Set<String> KEPT_BACK =
            Set.of("connection", "content-length", "content-type", "date", "server", "transfer-encoding");

    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(CONNECT)
            .build();

    /**
     * The other instance's answer.
     *
     * @throws IOException when it is away
     */
    Answer ask(URI instance, Request request) throws IOException {
        return ask(instance, request, request.hasBody() ? request.bytes() : NOTHING);
    }

    /** The same with another body. */
    Answer ask(URI instance, Request request, byte[] body) throws IOException {
        Context exchange = request.exchange();
        HttpRequest.Builder forwarded = HttpRequest.newBuilder(target(instance, exchange))
                .timeout(ANSWER)
                .header(FORWARDED, "1")
                .method(
                        exchange.method().name(),
                        body.length == 0 ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(body));
        for (String name : PASSED_ON) {
            request.header(name).ifPresent(value -> forwarded.header(name, value));
        }
        try {
            return answer(client.send(forwarded.build(), HttpResponse.BodyHandlers.ofByteArray()));
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new IOException("stopping", stopping);
        }
    }

    private static URI target(URI instance, Context exchange) {
        return target(instance, exchange.req().getRequestURI(), exchange.queryString());
    }

    /**
     * Where to ask: the same path and query at the other instance.
     *
     * @throws ProblemException 400 where they make no address; it does not repeat them
     */
    static URI target(URI instance, String path, @Nullable String query) {
        try {
            return new URI(instance + path + (query == null ? "" : "?" + query));
        } catch (URISyntaxException odd) {
            // Jetty lets more through than an address may have, and what a user searched for belongs in no message.
            throw ProblemException.of(ProblemType.MALFORMED, "The address has characters that must be encoded.");
        }
    }

    private static Answer answer(HttpResponse<byte[]> response) {
        String contentType = response.headers().firstValue("Content-Type").orElse("application/json");
        Answer answer = Answer.of(response.statusCode(), new Answer.Content(contentType, response.body()));
        for (String name : response.headers().map().keySet()) {
            if (!KEPT_BACK.contains(name.toLowerCase(Locale.ROOT))) {
                answer = answer.with(name, response.headers().firstValue(name).orElse(""));
            }
        }
        return answer;
    }
}
