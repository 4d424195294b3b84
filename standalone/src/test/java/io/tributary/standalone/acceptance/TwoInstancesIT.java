package io.tributary.standalone.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.tributary.api.TributaryServer;
import io.tributary.api.config.ServerConfig;
import io.tributary.api.config.Settings;
import io.tributary.schemas.Partitioning;
import io.tributary.standalone.TestCluster;
import io.tributary.standalone.acceptance.HttpApi.Reply;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Either of two instances answers for every user, whoever has them, as if there were only one. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TwoInstancesIT {
    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final int PARTITIONS = TestServer.PARTITIONS;
    private static final String TRANSACTIONS = HttpApi.BASE + "/transactions";
    private static final Map<String, String> JSON = Map.of("Content-Type", "application/json");
    private static final List<String> USERS =
            IntStream.range(0, 24).mapToObj(i -> "user-" + i).toList();

    private final TestCluster cluster = TestCluster.fresh();
    private final List<TributaryServer> servers = new ArrayList<>();
    private final List<HttpApi> instances = new ArrayList<>();

    @BeforeAll
    void start() throws InterruptedException {
        var unused = cluster.withContracts(PARTITIONS);
        for (String name : List.of("one", "two")) {
            TributaryServer server = server(name);
            servers.add(server);
            instances.add(new HttpApi(server.url()));
        }
        await().atMost(PATIENCE).until(() -> instances.stream()
                .allMatch(api -> api.get("/health/ready").status() == 200
                        && USERS.stream().allMatch(user -> isSettled(api, user))));
    }

    @AfterAll
    void stop() {
        servers.forEach(TributaryServer::close);
        cluster.close();
    }

    @Test
    void shouldShareTheUsersOut() {
        assertThat(USERS.stream()
                        .map(user -> Partitioning.partition(user, PARTITIONS))
                        .distinct())
                .hasSize(PARTITIONS);
        for (HttpApi api : instances) {
            Set<Boolean> own = USERS.stream().map(api::isOwnerOf).collect(Collectors.toSet());
            assertThat(own).as("has some users, but not all").containsExactlyInAnyOrder(true, false);
        }
    }

    @Test
    void shouldAnswerEveryQueryTheSameFromBoth() {
        RouteSamples.prepare(instances.get(0), cluster);
        List<RouteSample> reads = RouteSamples.all().stream()
                .filter(sample ->
                        sample.method().equals("GET") && sample.target().contains(RouteSamples.USER))
                .filter(sample -> !sample.operation().endsWith("/stream"))
                .toList();
        assertThat(reads).hasSizeGreaterThan(12);
        for (RouteSample read : reads) {
            Reply one = read.send(instances.get(0));
            Reply two = read.send(instances.get(1));
            assertThat(one.status()).as(read.toString()).isEqualTo(read.status());
            assertThat(two.status()).as(read.toString()).isEqualTo(one.status());
            assertThat(withoutNow(two)).as(read.toString()).isEqualTo(withoutNow(one));
            assertThat(two.header("Content-Type")).isEqualTo(one.header("Content-Type"));
            assertThat(two.header("ETag")).isEqualTo(one.header("ETag"));
            assertThat(one.header("Tributary-Stale") + two.header("Tributary-Stale"))
                    .isEmpty();
        }
    }

    @Test
    void shouldAnswerEveryReadAndWriteOnEitherInstance() {
        HttpApi one = instances.get(0);
        HttpApi two = instances.get(1);
        for (String user : USERS) {
            Reply posted = one.post(TRANSACTIONS, row(user, "id-1", ""));
            assertThat(posted.status()).isEqualTo(202);
            for (HttpApi api : instances) {
                Reply read = api.get(HttpApi.user(user, "transactions/id-1"), posted.position());
                assertThat(read.status()).as(user).isEqualTo(200);
            }
            Reply changed =
                    two.send("PATCH", TRANSACTIONS + "/id-1?user=" + user, JSON, "{\"description\":\"CHANGED\"}");
            assertThat(changed.status()).as(user).isEqualTo(200);
            assertThat(changed.json().at("/description").asText()).isEqualTo("CHANGED");
            assertThat(changed.header("ETag")).contains("\"2\"");
        }
    }

    @Test
    void shouldSayOfEachRowOfAListWhatBecameOfIt() {
        String key = ",\"idempotency_key\":\"k\"";
        for (int i = 0; i < instances.size(); i++) {
            HttpApi api = instances.get(i);
            String id = "list-" + i;
            JsonNode created = list(api, "?wait=true", user -> row(user, id, ""), 200);
            assertThat(created).allMatch(row -> row.at("/status").asText().equals("created"));
            assertThat(created)
                    .allMatch(row -> row.at("/transaction/id").asText().equals(id));
            assertThat(created)
                    .extracting(row -> row.at("/transaction/user_id").asText())
                    .isEqualTo(USERS);
            JsonNode again = list(api, "?wait=true", user -> row(user, id, ""), 200);
            assertThat(again).allMatch(row -> row.at("/status").asText().equals("applied"));
            JsonNode keyed = list(api, "", user -> row(user, null, key), 202);
            assertThat(keyed)
                    .allMatch(row -> row.at("/status").asText().equals(id.equals("list-0") ? "created" : "replayed"));
            JsonNode reused =
                    list(api, "?wait=true", user -> row(user, null, key).replace("TEA", "GIN"), 200);
            assertThat(reused).allMatch(row -> row.at("/status").asText().equals("refused"));
            assertThat(reused).allMatch(row -> row.at("/problem/type").asText().endsWith("key-reused"));
        }
    }

    @Test
    void shouldTakeAStreamOfLinesOnEitherInstance() {
        for (HttpApi api : instances) {
            String lines = USERS.stream().map(user -> row(user, "line", "")).collect(Collectors.joining("\n"));
            Reply taken = api.post(TRANSACTIONS + ":stream", "application/x-ndjson", lines + "\n{\n");
            assertThat(taken.status()).isEqualTo(200);
            assertThat(taken.text().lines()).hasSize(USERS.size() + 1);
            assertThat(taken.text().lines().filter(line -> line.contains("\"id\":\"line\"")))
                    .hasSize(USERS.size());
            assertThat(taken.text().lines().filter(line -> line.contains("\"problem\"")))
                    .hasSize(1);
        }
    }

    private static JsonNode list(HttpApi api, String query, UnaryOperator<String> row, int status) {
        String body = USERS.stream().map(row).collect(Collectors.joining(",", "[", "]"));
        Reply reply = api.post(TRANSACTIONS + query, body);
        assertThat(reply.status()).as(reply.text()).isEqualTo(status);
        JsonNode accepted = reply.json().at("/accepted");
        assertThat(accepted).hasSize(USERS.size());
        assertThat(reply.json().at("/position").asText()).isEqualTo(reply.position());
        // The token covers what other instances appended too.
        for (String user : USERS) {
            assertThat(api.get(HttpApi.user(user, "summary"), reply.position()).status())
                    .isEqualTo(200);
        }
        return accepted;
    }

    /** The windows of a rolling figure end at the moment of the request. */
    private static String withoutNow(Reply reply) {
        return reply.text().replaceAll("\"(until|from)\":\"[^\"]*T[^\"]*Z\"", "");
    }

    private static boolean isSettled(HttpApi api, String user) {
        Reply reply = api.get(HttpApi.user(user, "summary"));
        return reply.status() == 200 && reply.header("Tributary-Stale").isEmpty();
    }

    private static String row(String user, @Nullable String id, String more) {
        String given = id == null ? "" : "\"id\":\"" + id + "\",";
        return "{" + given + "\"user_id\":\"" + user
                + "\",\"amount\":\"1.00\",\"currency\":\"EUR\",\"description\":\"TEA\",\"occurred_at\":\"2026-01-01\""
                + more + "}";
    }

    private TributaryServer server(String name) {
        return TributaryServer.start(ServerConfig.of(Settings.of(Map.of(
                "http.port", "0",
                "state.dir", cluster.directory().resolve(name).toString(),
                "kafka.bootstrap.servers", cluster.bootstrapServers(),
                "schema.registry.url", cluster.registryUrl()))));
    }
}
