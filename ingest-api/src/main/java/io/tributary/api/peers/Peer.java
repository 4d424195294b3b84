package io.tributary.api.peers;

import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import io.tributary.api.json.Json;
import io.tributary.api.position.PositionToken;
import io.tributary.api.problem.ProblemException;
import io.tributary.api.problem.ProblemType;
import io.tributary.api.route.Answer;
import io.tributary.api.route.PassedOn;
import io.tributary.api.route.Request;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * Asks another instance what this one was asked, and hands its answer on as it is. An instance that was asked in vain
 * says so and has done nothing.
 */
final class Peer {

    /** As what the other instance is asked. */
    enum Role {
        /** It has the user. */
        OWNER,
        /** It keeps a copy of the user's state. */
        COPY
    }

    private static final byte[] NOTHING = {};
    private static final Duration CONNECT = Duration.ofSeconds(1);

    /** A read takes milliseconds, and there may be a copy to answer it. */
    private static final Duration READ = Duration.ofSeconds(2);

    /** Who sent a token waits for the state, and who writes must not be told "no" while it is being done. */
    private static final Duration WAIT = Duration.ofSeconds(10);

    /** What the caller said that the other instance must know. */
    private static final List<String> PASSED_ON = List.of(
            "Accept",
            "Authorization",
            "Content-Type",
            "Idempotency-Key",
            "If-Match",
            PositionToken.HEADER,
            "X-API-Key");

    /** What belongs to the connection or is written anew here. */
    private static final Set<String> KEPT_BACK =
            Set.of("connection", "content-length", "content-type", "date", "server", "transfer-encoding");

    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(CONNECT)
            .build();

    /**
     * The other instance's answer; empty where it has not what it was asked for.
     *
     * @throws IOException when it is away; a {@link java.net.ConnectException} where it cannot have done anything
     */
    Optional<Answer> ask(URI instance, Role role, Request request) throws IOException {
        byte[] body = request.hasBody() ? request.bytes() : NOTHING;
        try {
            return answer(client.send(forwarded(instance, role, request, body), whole()));
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new IOException("stopping", stopping);
        }
    }

    /** The same with another body, without waiting. */
    CompletableFuture<Optional<Answer>> send(URI instance, Request request, byte[] body) {
        return client.sendAsync(forwarded(instance, Role.OWNER, request, body), whole())
                .thenApply(Peer::answer);
    }

    /**
     * The partitions that the other instance has.
     *
     * @throws IOException when it is away
     */
    List<Integer> partitions(URI instance) throws IOException {
        HttpRequest question = HttpRequest.newBuilder(instance.resolve("/health/partitions"))
                .timeout(READ)
                .build();
        try {
            HttpResponse<byte[]> answer = client.send(question, whole());
            List<Integer> here = new ArrayList<>();
            Json.mapper().readTree(answer.body()).path("here").forEach(partition -> here.add(partition.asInt()));
            return here;
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new IOException("stopping", stopping);
        }
    }

    private static HttpResponse.BodyHandler<byte[]> whole() {
        return HttpResponse.BodyHandlers.ofByteArray();
    }

    private static HttpRequest forwarded(URI instance, Role role, Request request, byte[] body) {
        Context exchange = request.exchange();
        boolean quick = exchange.method().equals(HandlerType.GET)
                && request.header(PositionToken.HEADER).isEmpty();
        HttpRequest.Builder forwarded = HttpRequest.newBuilder(
                        target(instance, exchange.req().getRequestURI(), exchange.queryString()))
                .timeout(quick ? READ : WAIT)
                .header(PassedOn.HEADER, role.name())
                .method(
                        exchange.method().name(),
                        body.length == 0 ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(body));
        for (String name : PASSED_ON) {
            request.header(name).ifPresent(value -> forwarded.header(name, value));
        }
        return forwarded.build();
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

    private static Optional<Answer> answer(HttpResponse<byte[]> response) {
        if (response.headers().firstValue(PassedOn.NOT_HERE).isPresent()) {
            return Optional.empty();
        }
        String contentType = response.headers().firstValue("Content-Type").orElse("application/json");
        Answer answer = Answer.of(response.statusCode(), new Answer.Content(contentType, response.body()));
        for (String name : response.headers().map().keySet()) {
            if (!KEPT_BACK.contains(name.toLowerCase(Locale.ROOT))) {
                answer = answer.with(name, response.headers().firstValue(name).orElse(""));
            }
        }
        return Optional.of(answer);
    }
}
