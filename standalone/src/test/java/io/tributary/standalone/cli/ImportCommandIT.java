package io.tributary.standalone.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.tributary.api.TributaryServer;
import io.tributary.api.config.ServerConfig;
import io.tributary.api.config.Settings;
import io.tributary.standalone.TestCluster;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImportCommandIT {

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final int ROWS = 40;

    @TempDir
    private Path folder;

    private final HttpClient client = HttpClient.newHttpClient();

    @Test
    void shouldAddNothingWhenImportedAgain() throws Exception {
        try (TestCluster cluster = TestCluster.fresh();
                TributaryServer server = start(cluster)) {
            Path statement = statement();

            Cli.Outcome first = importFile(server, statement);
            assertThat(first.code()).as(first.out() + first.err()).isEqualTo(1);
            assertThat(first.out())
                    .contains("43 rows read, 41 accepted, 2 rejected.")
                    .contains("line 43: amount must be a decimal number (amount.number)")
                    .containsPattern("line 44: amount must be more than 0.*\\(amount\\.positive\\)");
            awaitRows(server, ROWS + 1);

            assertThat(importFile(server, statement).out()).contains("41 accepted");
            Path another = Files.writeString(folder.resolve("another.csv"), """
                    Buchungstag;Text;Betrag
                    30.11.2026;Twin;-3,50
                    30.11.2026;Twin;-3,50
                    30.11.2026;Twin;-3,50
                    """);
            assertThat(importFile(server, another).code()).isZero();
            // Two of the three twins are in already; the third, which the log has last, is the only new row.
            awaitRows(server, ROWS + 2);
            assertThat(rows(server)).isEqualTo(ROWS + 2);
        }
    }

    private static TributaryServer start(TestCluster cluster) {
        return TributaryServer.start(ServerConfig.of(Settings.of(Map.of(
                "http.port",
                "0",
                "state.dir",
                cluster.directory().resolve("state").toString(),
                "kafka.bootstrap.servers",
                cluster.bootstrapServers(),
                "schema.registry.url",
                cluster.registryUrl()))));
    }

    /** 39 rows of their own, two twins, a row without amount and one of 0. */
    private Path statement() throws IOException {
        String rows = IntStream.rangeClosed(1, ROWS - 1)
                .mapToObj(row -> "%02d.10.2026;Shop %d;-%d,50%n".formatted(row % 28 + 1, row, row))
                .collect(Collectors.joining());
        return Files.writeString(
                folder.resolve("statement.csv"),
                "Buchungstag;Text;Betrag\n" + rows + "30.11.2026;Twin;-3,50\n30.11.2026;Twin;-3,50\n"
                        + "30.11.2026;None;x\n30.11.2026;Zero;0,00\n");
    }

    private static Cli.Outcome importFile(TributaryServer server, Path file) {
        return Cli.run(
                "import",
                file.toString(),
                "--user",
                "ada",
                "--currency",
                "EUR",
                "--url",
                server.url().toString());
    }

    private void awaitRows(TributaryServer server, int count) {
        await().atMost(PATIENCE).until(() -> rows(server) == count);
    }

    private int rows(TributaryServer server) throws IOException, InterruptedException {
        HttpRequest question = HttpRequest.newBuilder(server.url().resolve("/api/v1/users/ada/transactions?limit=500"))
                .build();
        HttpResponse<String> answer = client.send(question, HttpResponse.BodyHandlers.ofString());
        JsonNode rows = new ObjectMapper().readTree(answer.body()).path("transactions");
        return answer.statusCode() == 200 ? rows.size() : -1;
    }
}
