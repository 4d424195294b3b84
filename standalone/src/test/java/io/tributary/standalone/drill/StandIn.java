package io.tributary.standalone.drill;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.Map;
import java.util.TreeMap;

/** An API that answers what a test says, by the beginning of the path; everything else is 404. */
public final class StandIn implements AutoCloseable {
    private final HttpServer server;
    private final Map<String, String> answers = new TreeMap<>();

    /** Listens at once. */
    public StandIn() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
    }

    /** Where it is. */
    public URI url() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    /** Answers 200 and {@code json} to what begins with {@code path}. */
    public StandIn answering(String path, String json) {
        answers.put("/api/v1" + path, json);
        return this;
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        String asked = exchange.getRequestURI().toString();
        String json = answers.entrySet().stream()
                .filter(answer -> asked.startsWith(answer.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse("");
        byte[] body = json.getBytes(UTF_8);
        exchange.sendResponseHeaders(json.isEmpty() ? 404 : 200, body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }
}
