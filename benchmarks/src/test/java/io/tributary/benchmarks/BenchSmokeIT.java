package io.tributary.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class BenchSmokeIT {

    @Test
    void shouldMeasureEverythingOnAFewRecords(@TempDir Path folder) throws Exception {
        Path json = folder.resolve("figures.json");
        Path recording = folder.resolve("drain.jfr");
        StringWriter out = new StringWriter();
        CommandLine command = Main.commandLine(Clock.systemUTC()).setOut(new PrintWriter(out));

        int exit = command.execute(
                "--records=2000",
                "--users=100",
                "--runs=1",
                "--rate=20",
                "--seconds=3",
                "--json=" + json,
                "--profile=" + recording);

        assertThat(exit).as(out.toString()).isZero();
        assertThat(out.toString()).contains("| drain/pipeline ", "2,000 records of 100 users, seed 1");
        assertThat(recording).isNotEmptyFile();
        Map<String, JsonNode> figures = new HashMap<>();
        new ObjectMapper()
                .readTree(Files.readAllBytes(json))
                .forEach(row -> figures.put(row.get("name").asText(), row));
        assertThat(figures)
                .containsKeys(
                        "classify/time",
                        "drain/pass-through",
                        "memory/pipeline-resident",
                        "latency/post-to-query-p99",
                        "latency/post-to-insight-p50",
                        "latency/query-kpis-p99",
                        "startup/clean-restart");
        assertThat(number(figures, "drain/pipeline", "ratio")).isPositive();
        // What is counted, not timed, does not depend on the machine.
        assertThat(number(figures, "operations/ledger/read-modify-write", "value"))
                .isBetween(0.99, 1.5);
        assertThat(number(figures, "bytes/expenses.parsed", "value")).isBetween(100.0, 1_000.0);
    }

    @Test
    void shouldRefuseWhatMakesNoSense() {
        StringWriter err = new StringWriter();

        int exit =
                Main.commandLine(Clock.systemUTC()).setErr(new PrintWriter(err)).execute("--records=0");

        assertThat(exit).isEqualTo(CommandLine.ExitCode.USAGE);
        assertThat(err.toString()).contains("--records is 0 but must be 1 or more");
    }

    private static double number(Map<String, JsonNode> figures, String name, String field) {
        return Objects.requireNonNull(figures.get(name), name).get(field).asDouble();
    }
}
