package io.tributary.schemas.serde;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** An HTTP server that answers what a test tells it to, for faults that a real registry does not show on demand. */
final class FaultyRegistryServer implements AutoCloseable {

    /** What to answer: a status and body, or nothing at all. */
    record Reply(int status, String body) {

        private static final int HANG_UP = -1;

        static Reply ok(String body) {
            return new Reply(200, body);
        }

        static Reply error(int status, int code) {
            return new Reply(status, "{\"error_code\":" + code + ",\"message\":\"no\"}");
        }

        static Reply hangUp() {
            return new Reply(HANG_UP, "");
        }
    }

    /** What was asked. */
    record Request(String method, String path, String body, List<String> authorization) {}

    private final HttpServer server;
    private final Deque<Reply> replies = new ArrayDeque<>();
    private final List<Request> requests = new ArrayList<>();

    FaultyRegistryServer() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::handle);
        server.start();
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    String urlWithCredentials(String userInfo) {
        return "http://" + userInfo + "@127.0.0.1:" + server.getAddress().getPort();
    }

    /** The next answers, one a request; the last one stays. */
    synchronized void reply(Reply... next) {
        replies.clear();
        replies.addAll(List.of(next));
    }

    synchronized List<Request> requests() {
        return List.copyOf(requests);
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void handle(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        Reply reply = next(exchange, body);
        try (exchange) {
            if (reply.status() != Reply.HANG_UP) {
                byte[] bytes = reply.body().getBytes(StandardCharsets.UTF_8);
                exchange.sendResponseHeaders(reply.status(), bytes.length == 0 ? -1 : bytes.length);
                exchange.getResponseBody().write(bytes);
            }
        }
    }

    private synchronized Reply next(HttpExchange exchange, String body) {
        List<String> authorization = exchange.getRequestHeaders().getOrDefault("Authorization", List.of());
        requests.add(new Request(
                exchange.getRequestMethod(), exchange.getRequestURI().getRawPath(), body, authorization));
        return replies.size() > 1 ? replies.remove() : replies.element();
    }
}
