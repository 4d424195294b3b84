package io.tributary.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.javalin.http.HandlerType;
import io.tributary.api.auth.Callers;
import io.tributary.api.config.ServerConfig;
import io.tributary.api.route.Answer;
import io.tributary.api.route.Detour;
import io.tributary.api.route.Problems;
import io.tributary.api.route.Request;
import io.tributary.api.route.Route;
import io.tributary.api.route.Router;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** A server that stops finishes what has come in. */
final class HttpServerTest {

    private final CountDownLatch begun = new CountDownLatch(1);
    private final CountDownLatch released = new CountDownLatch(1);
    private final HttpServer server = serve();
    private final int port = server.port();
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    @Test
    void shouldFinishWhatHasComeInAndTakeNothingMore() throws Exception {
        CompletableFuture<HttpResponse<String>> slow =
                client.sendAsync(request("/slow"), HttpResponse.BodyHandlers.ofString());
        assertThat(begun.await(10, TimeUnit.SECONDS)).isTrue();

        server.leave();
        HttpResponse<String> last = client.send(request("/quick"), HttpResponse.BodyHandlers.ofString());
        assertThat(last.statusCode()).isEqualTo(200);
        assertThat(last.headers().firstValue("Connection")).hasValue("close");

        CompletableFuture<Void> stopped = CompletableFuture.runAsync(server::close);
        assertThatExceptionOfType(IOException.class).isThrownBy(() -> {
            while (true) {
                // Until it no longer listens, what comes is either finished or told to go elsewhere.
                assertThat(client.send(request("/quick"), HttpResponse.BodyHandlers.ofString())
                                .statusCode())
                        .isIn(200, 503);
            }
        });
        assertThat(stopped).isNotDone();
        // Longer than a connection may be idle while the server stops.
        Thread.sleep(500);
        released.countDown();

        assertThat(slow.get(10, TimeUnit.SECONDS).body()).isEqualTo("\"slow\"");
        stopped.get(10, TimeUnit.SECONDS);
    }

    private HttpServer serve() {
        List<Route> routes = List.of(
                Route.of(HandlerType.GET, "/quick", "Answers").by(request -> Answer.ok("quick")),
                Route.of(HandlerType.GET, "/slow", "Answers later").by(this::slow));
        Router router =
                new Router(routes, Callers.trusted(), Detour.none(), (route, status, took) -> {}, new Problems());
        return HttpServer.start(new ServerConfig.Http("127.0.0.1", 0, "", Duration.ZERO), router);
    }

    private Answer slow(Request request) throws IOException {
        begun.countDown();
        try {
            if (!released.await(10, TimeUnit.SECONDS)) {
                throw new IOException("nobody released it");
            }
        } catch (InterruptedException stopped) {
            throw new IOException("interrupted", stopped);
        }
        return Answer.ok("slow");
    }

    private HttpRequest request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .timeout(Duration.ofSeconds(20))
                .build();
    }
}
