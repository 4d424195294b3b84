package io.tributary.standalone.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A client in JavaScript with Confluent's own serialiser, which takes the schema from the registry, writes facts and
 * reads the ledger's rows. It needs Node and its packages: {@code npm ci --prefix standalone/src/test/node}. Without
 * them the test is skipped, unless {@code REQUIRE_NODE=true}.
 */
class JavaScriptInteropIT {
    private static final Path SCRIPTS = Path.of("src", "test", "node");
    private static final String USER = "javascript";
    private static final long PATIENCE_SECONDS = 120;
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    private Path folder;

    @BeforeAll
    static void requireNode() {
        String missing = missing();
        if ("true".equals(System.getenv("REQUIRE_NODE"))) {
            assertThat(missing).as("what this test needs").isEmpty();
        }
        assumeTrue(missing.isEmpty(), () -> "Skipped: " + missing);
    }

    @Test
    void shouldProcessWhatAnotherLanguageWritesAndLetItReadTheResult() throws Exception {
        TestServer server = TestServer.shared();
        run(server, "produce", USER, """
                [{"user_id":"javascript","id":"js-1","amount":{"minor":1299,"currency":"GBP"},
                  "description":"TESCO STORES 3297","occurred_at":1781524800000},
                 {"user_id":"javascript","id":"js-2","amount":{"minor":250000,"currency":"EUR"},
                  "description":"ACME PAYROLL – Žižkov ☕","direction":"INFLOW","occurred_on":20000,
                  "account_id":"a1","account_kind":"CURRENT","status":"PENDING","source_version":9007199254740990}]""");

        ObjectNode rows = JSON.createObjectNode();
        for (String line : run(server, "consume", USER, "2")) {
            JsonNode read = JSON.readTree(line);
            rows.set(read.at("/key").asText(), read.at("/row"));
        }

        assertThat(rows.fieldNames()).toIterable().containsExactlyInAnyOrder("javascript|js-1", "javascript|js-2");
        assertRow(rows.path("javascript|js-1"), 1299, "GBP", "OUTFLOW", "TESCO STORES 3297");
        JsonNode second = rows.path("javascript|js-2");
        assertRow(second, 250_000, "EUR", "INFLOW", "ACME PAYROLL – Žižkov ☕");
        assertThat(second.at("/local_day").asLong()).isEqualTo(20_000);
        assertThat(second.at("/account_kind").asText()).isEqualTo("CURRENT");
        assertThat(second.at("/fact_version/source_version").asLong()).isEqualTo(9_007_199_254_740_990L);
        assertServed(server, "js-1", "12.99");
        assertServed(server, "js-2", "2500.00");
    }

    private static void assertRow(JsonNode row, long minor, String currency, String direction, String description) {
        assertThat(row.at("/user_id").asText()).isEqualTo(USER);
        assertThat(row.at("/version").asLong()).isEqualTo(1);
        assertThat(row.at("/amount/minor").asLong()).isEqualTo(minor);
        assertThat(row.at("/amount/currency").asText()).isEqualTo(currency);
        assertThat(row.at("/direction").asText()).isEqualTo(direction);
        assertThat(row.at("/description").asText()).isEqualTo(description);
        assertThat(row.at("/category").asText()).isNotBlank();
        assertThat(row.at("/bucket").asText()).isNotBlank();
    }

    private static void assertServed(TestServer server, String id, String amount) {
        HttpApi api = new HttpApi(server.url());
        Awaitility.await(id).untilAsserted(() -> assertThat(api.get(HttpApi.user(USER, "transactions/" + id))
                        .json()
                        .at("/amount/amount")
                        .asText())
                .isEqualTo(amount));
    }

    private List<String> run(TestServer server, String command, String... arguments)
            throws IOException, InterruptedException {
        List<String> line = new ArrayList<>(List.of(
                "node",
                "interop.mjs",
                command,
                server.cluster().bootstrapServers(),
                server.cluster().registryUrl()));
        line.addAll(List.of(arguments));
        Path output = folder.resolve(command + ".out");
        Path errors = folder.resolve(command + ".err");
        Process node = new ProcessBuilder(line)
                .directory(SCRIPTS.toFile())
                .redirectOutput(output.toFile())
                .redirectError(errors.toFile())
                .start();
        if (!node.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            node.destroyForcibly();
        }
        assertThat(node.waitFor()).as(Files.readString(errors)).isZero();
        return Files.readAllLines(output);
    }

    /** What is not there, in one sentence; empty when all is. */
    private static String missing() {
        if (!hasNode()) {
            return "Node is not on the path; install Node 18 or newer to test another language's client.";
        }
        return Files.isDirectory(SCRIPTS.resolve("node_modules"))
                ? ""
                : "the JavaScript client is not installed; run npm ci --prefix standalone/src/test/node.";
    }

    private static boolean hasNode() {
        try {
            Process node = new ProcessBuilder("node", "--version")
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return node.waitFor() == 0;
        } catch (IOException notFound) {
            return false;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
