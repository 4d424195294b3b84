package io.tributary.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.tributary.api.auth.Callers;
import io.tributary.api.config.ServerConfig;
import io.tributary.api.config.StartupProblem;
import io.tributary.api.json.Json;
import io.tributary.api.problem.Problem;
import io.tributary.api.route.Detour;
import io.tributary.api.route.Problems;
import io.tributary.api.route.Route;
import io.tributary.api.route.Router;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ApiProblemsTest {

    private static final String BASE = Route.BASE;
    private static final String VALID =
            "{\"user_id\":\"ada\",\"amount\":1,\"currency\":\"EUR\",\"description\":\"A\",\"occurred_at\":\"2026-11-30\"}";

    private final HttpClient client = HttpClient.newHttpClient();
    private final RouteTable table = new RouteTable();
    private HttpServer server = start(0);

    @BeforeEach
    void ready() {
        assertThat(server.port()).isPositive();
    }

    @AfterEach
    void close() {
        server.close();
        table.close();
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /nothing, 404, not-found",
        "GET, /api/v1/nothing, 404, not-found",
        "DELETE, /api/v1/transactions, 405, method-not-allowed",
        "GET, /api/v1/users/me/summary, 400, malformed",
        "GET, /api/v1/users/a%20b/summary, 422, invalid",
        "GET, /api/v1/users/ada/summary?day=3, 400, malformed",
        "GET, /api/v1/users/ada/summary?days=3&days=4, 400, malformed",
        "GET, /api/v1/users/ada/summary?days=0, 400, malformed",
        "GET, /api/v1/users/ada/summary, 503, unavailable",
        "GET, /api/v1/users/ada/dashboard?month=2026-13, 400, malformed",
        "GET, /api/v1/users/ada/transactions?category=FUN, 400, malformed",
        "GET, /api/v1/transactions/x, 400, malformed",
        "GET, /docs/secret.js, 404, not-found"
    })
    void shouldBeProblemDetails(String method, String path, int status, String type) throws Exception {
        HttpResponse<String> response = raw(method, path);
        assertThat(response.statusCode()).isEqualTo(status);
        assertThat(response.headers().firstValue("Content-Type").orElse("")).startsWith(Problem.CONTENT_TYPE);
        JsonNode problem = Json.mapper().readTree(response.body());
        assertThat(problem.path("type").asText()).isEqualTo("urn:tributary:problem:" + type);
        assertThat(problem.path("status").asInt()).isEqualTo(status);
        assertThat(response.body()).doesNotContainIgnoringCase("exception", "javalin", "jetty", "io.tributary");
    }

    @Test
    void shouldSayWhenToTryAgain() throws Exception {
        HttpResponse<String> response = raw("GET", BASE + "/users/ada/summary");
        assertThat(response.headers().firstValue("Retry-After")).contains("1");
    }

    @Test
    void shouldSayWhichMethodsThereAre() throws Exception {
        assertThat(raw("DELETE", BASE + "/transactions").headers().firstValue("Allow"))
                .contains("POST");
    }

    @Test
    void shouldRefuseABodyOfAnotherTypeOrOverTheLimit() throws Exception {
        assertThat(post("text/csv", VALID).statusCode()).isEqualTo(415);
        String big = "{\"description\":\"" + "x".repeat(1 << 20) + "\"}";
        assertThat(post("application/json", big).statusCode()).isEqualTo(413);
        assertThat(table.log.records()).isEmpty();
    }

    @Test
    void shouldTakeNothingOfAListThatHasOneBadRow() throws Exception {
        HttpResponse<String> response = post("application/json", "[" + VALID + ",{\"user_id\":\"ada\"}]");
        assertThat(response.statusCode()).isEqualTo(422);
        assertThat(Json.mapper()
                        .readTree(response.body())
                        .path("errors")
                        .get(0)
                        .path("index")
                        .asInt())
                .isEqualTo(1);
        assertThat(table.log.records()).isEmpty();
    }

    @Test
    void shouldAppendAndSayWhereEvenWithoutStreams() throws Exception {
        HttpResponse<String> response = post("application/json; charset=utf-8", VALID);
        assertThat(response.statusCode()).isEqualTo(202);
        assertThat(response.headers().firstValue("Tributary-Position")).isPresent();
        assertThat(table.log.records()).hasSize(1);
    }

    @Test
    void shouldNotRefuseTheRowsAroundABadLine() throws Exception {
        HttpRequest request = HttpRequest.newBuilder(uri(BASE + "/transactions:stream"))
                .header("Content-Type", "application/x-ndjson")
                .POST(BodyPublishers.ofString(VALID + "\n{bad\n\n" + VALID + "\n"))
                .build();
        List<String> lines = client.send(request, HttpResponse.BodyHandlers.ofString())
                .body()
                .lines()
                .toList();
        assertThat(lines).hasSize(3);
        assertThat(lines.get(0)).contains("\"row\":1,\"id\"");
        assertThat(lines.get(1)).contains("\"row\":2,\"problem\"");
        assertThat(lines.get(2)).contains("\"row\":4,\"id\"");
        assertThat(table.log.records()).hasSize(2);
    }

    @Test
    void shouldServePagesWithoutAnyOtherServer() throws Exception {
        for (String path : List.of("/", "/docs", "/docs/viewer.js", "/docs/swagger-ui.css")) {
            HttpResponse<String> response = raw("GET", path);
            assertThat(response.statusCode()).as(path).isEqualTo(200);
        }
        assertThat(raw("GET", "/docs").body()).doesNotContain("http://", "https://");
    }

    @Test
    void shouldMeasureRoutesByTheirTemplate() throws Exception {
        var unused = raw("GET", BASE + "/users/somebody-private/summary");
        String metrics = raw("GET", "/metrics").body();
        assertThat(metrics).contains("route=\"/api/v1/users/{user}/summary\"").doesNotContain("somebody-private");
    }

    @Test
    void shouldMeasureAFailureByTheStatusThatItWasAnsweredWith() throws Exception {
        assertThat(raw("GET", BASE + "/users/ada/summary").statusCode()).isEqualTo(503);
        assertThat(raw("GET", "/metrics").body().lines())
                .filteredOn(line -> line.contains("/summary\"") && line.contains("_count"))
                .singleElement()
                .asString()
                .contains("status=\"503\"");
    }

    @Test
    void shouldTellOfATakenPortInOneSentence() {
        Assertions.assertThatExceptionOfType(StartupProblem.class)
                .isThrownBy(() -> start(server.port()))
                .withMessageContaining("Port " + server.port() + " on 127.0.0.1 is taken");
    }

    private HttpServer start(int port) {
        Router router = new Router(table.routes(), Callers.trusted(), Detour.none(), table.metrics(), new Problems());
        return HttpServer.start(new ServerConfig.Http("127.0.0.1", port, "", Duration.ZERO), router);
    }

    private HttpResponse<String> post(String contentType, String body) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(uri(BASE + "/transactions"))
                .header("Content-Type", contentType)
                .POST(BodyPublishers.ofString(body))
                .build();
        return client.send(request, HttpResponse.BodyHandlers.ofString());
    }

    private HttpResponse<String> raw(String method, String path) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(uri(path))
                .method(method, BodyPublishers.noBody())
                .build();
        return client.send(request, HttpResponse.BodyHandlers.ofString());
    }

    private URI uri(String path) {
        return URI.create("http://127.0.0.1:" + server.port() + path);
    }
}
