package io.tributary.standalone.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tributary.api.TributaryServer;
import io.tributary.api.config.ServerConfig;
import io.tributary.api.config.Settings;
import io.tributary.standalone.TestCluster;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Either of two instances answers for every user, whoever has them. */
final class TwoInstancesIT {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final List<String> USERS =
            IntStream.range(0, 12).mapToObj(i -> "user-" + i).toList();

    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final List<TributaryServer> SERVERS = new ArrayList<>();
    private static final TestCluster CLUSTER = TestCluster.fresh();

    @BeforeAll
    static void start() throws InterruptedException {
        var unused = CLUSTER.withContracts(4);
        SERVERS.add(server("one"));
        SERVERS.add(server("two"));
        await().atMost(PATIENCE).untilAsserted(() -> {
            for (TributaryServer server : SERVERS) {
                for (String user : USERS) {
                    assertThat(get(server, "/users/" + user + "/summary").statusCode())
                            .isEqualTo(200);
                }
            }
        });
    }

    @AfterAll
    static void stop() {
        SERVERS.forEach(TributaryServer::close);
        CLUSTER.close();
    }

    @Test
    void shouldAnswerEveryReadAndWriteOnEitherInstance() throws Exception {
        TributaryServer one = SERVERS.get(0);
        TributaryServer two = SERVERS.get(1);
        for (String user : USERS) {
            HttpResponse<String> posted = post(one, user, "id-1");
            String token = posted.headers().firstValue("Tributary-Position").orElseThrow();
            assertThat(posted.statusCode()).isEqualTo(202);
            for (TributaryServer server : SERVERS) {
                HttpRequest read = HttpRequest.newBuilder(uri(server, "/users/" + user + "/transactions/id-1"))
                        .header("Tributary-Position", token)
                        .build();
                assertThat(send(read).statusCode()).as(user).isEqualTo(200);
            }
            HttpRequest change = HttpRequest.newBuilder(uri(two, "/transactions/id-1?user=" + user))
                    .header("Content-Type", "application/json")
                    .method("PATCH", BodyPublishers.ofString("{\"description\":\"CHANGED\"}"))
                    .build();
            HttpResponse<String> changed = send(change);
            assertThat(changed.statusCode()).as(user).isEqualTo(200);
            assertThat(changed.body()).contains("\"description\":\"CHANGED\"");
            assertThat(changed.headers().firstValue("ETag")).contains("\"2\"");
        }
    }

    private static HttpResponse<String> post(TributaryServer server, String user, String id)
            throws IOException, InterruptedException {
        String body = "{\"id\":\"" + id + "\",\"user_id\":\"" + user
                + "\",\"amount\":\"1.00\",\"currency\":\"EUR\",\"description\":\"TEA\",\"occurred_at\":\"2026-01-01\"}";
        return send(HttpRequest.newBuilder(uri(server, "/transactions"))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body))
                .build());
    }

    private static HttpResponse<String> get(TributaryServer server, String path)
            throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(uri(server, path)).build());
    }

    private static HttpResponse<String> send(HttpRequest request) throws IOException, InterruptedException {
        return CLIENT.send(request, HttpResponse.BodyHandlers.ofString());
    }

    private static URI uri(TributaryServer server, String path) {
        return URI.create(server.url() + "/api/v1" + path);
    }

    private static TributaryServer server(String name) {
        return TributaryServer.start(ServerConfig.of(Settings.of(Map.of(
                "http.port",
                "0",
                "state.dir",
                CLUSTER.directory().resolve(name).toString(),
                "kafka.bootstrap.servers",
                CLUSTER.bootstrapServers(),
                "schema.registry.url",
                CLUSTER.registryUrl()))));
    }
}
