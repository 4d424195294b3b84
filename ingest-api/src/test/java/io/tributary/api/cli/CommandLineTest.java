package io.tributary.api.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

class CommandLineTest {

    /** A loopback port that no server may take. */
    private static final String NOWHERE = "127.0.0.1:1";

    @TempDir
    private Path folder;

    private record Outcome(int code, String out, String err) {}

    @ParameterizedTest
    @ValueSource(
            strings = {"start", "topics", "import", "fx", "dead-letters", "dead-letters list", "dead-letters replay"})
    void shouldExplainEveryCommand(String command) {
        Outcome outcome = run((command + " --help").split(" ", -1));
        assertThat(outcome.code()).isZero();
        assertThat(outcome.out()).contains("Usage: tributary " + command).contains("--help");
        assertThat(run("--help").out()).contains(command.split(" ", -1)[0]);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "bogus",
                "dead-letters",
                "dead-letters list --limit 0",
                "dead-letters replay",
                "dead-letters replay --all --at expenses.raw-1@2",
                "dead-letters replay --at expenses.raw",
                "topics --partitions 0",
                "topics --replication-factor x",
                "import",
                "import file.csv",
                "import file.csv --user me",
                "import file.csv --user ada --map bogus=1",
                "import file.csv --user ada --date-format bogus",
                "import file.csv --user ada --decimal x",
                "import file.csv --user ada --delimiter ab",
                "import file.csv --user ada --currency XXX",
                "import file.csv --user ada --account-kind SHOE",
                "import file.csv --user ada --url bogus",
                "fx",
                "start --port x",
            })
    void shouldRefuseWhatItDoesNotUnderstand(String line) {
        Outcome outcome = run(line.isEmpty() ? new String[0] : line.split(" ", -1));
        assertThat(outcome.code()).isEqualTo(2);
        assertThat(outcome.out()).isEmpty();
        assertThat(outcome.err().lines()).hasSize(2).last().asString().startsWith("See 'tributary");
    }

    @Test
    void shouldSayInOneSentenceThatKafkaIsAway() {
        for (List<String> command : List.of(
                List.of("topics"), List.of("dead-letters", "list"), List.of("dead-letters", "replay", "--all"))) {
            Outcome outcome = run(Stream.concat(
                            command.stream(), Stream.of("--config", patience().toString()))
                    .toArray(String[]::new));
            assertThat(outcome.code()).isEqualTo(1);
            assertThat(outcome.err().strip()).isEqualTo("Kafka cannot be reached: check kafka.bootstrap.servers.");
        }
    }

    @Test
    void shouldSayInOneSentenceWhatIsWrongWithTheConfiguration() {
        assertSentence(
                "The configuration file",
                "start",
                "--config",
                folder.resolve("none").toString());
        assertSentence("kafka.bootstrap.servers must be set", "start");
        Path unknown = write("unknown.properties", "http.prot=1\n");
        assertSentence("There is no setting http.prot", "start", "--config", unknown.toString());
        assertSentence("There is no setting http.prot", "topics", "--config", unknown.toString());
    }

    @Test
    void shouldSayInOneSentenceWhyAFileIsNotImported() {
        assertSentence("The file", "import", folder.resolve("none").toString(), "--user", "ada");
        Path file = write("a.csv", "Date,Amount\n2026-11-30,5\n");
        assertSentence("The file does not say in which currency", "import", file.toString(), "--user", "ada");
        assertSentence(
                "The API at http://127.0.0.1:1/ does not answer",
                "import",
                file.toString(),
                "--user",
                "ada",
                "--currency",
                "EUR",
                "--url",
                "http://" + NOWHERE);
    }

    @Test
    void shouldShowWithoutPostingHowAFileIsUnderstood() {
        Path file = write("a.csv", "Date,Text,Amount\n2026-11-30,secret,-5.00\n2026-11-30,secret,x\n");
        Outcome outcome = run(
                "import",
                file.toString(),
                "--user",
                "ada",
                "--currency",
                "EUR",
                "--dry-run",
                "--url",
                "http://" + NOWHERE);
        assertThat(outcome.code()).isEqualTo(1);
        assertThat(outcome.out())
                .contains("date = \"Date\"", "line 3: amount must be a decimal number (amount.number)")
                .contains("2 rows read, 1 would be posted, 1 would be rejected.")
                .doesNotContain("secret");
        assertThat(outcome.err().strip()).isEqualTo("1 of 2 rows would be rejected.");
    }

    private void assertSentence(String start, String... arguments) {
        Outcome outcome = run(arguments);
        assertThat(outcome.code()).isEqualTo(1);
        assertThat(outcome.err().lines())
                .singleElement()
                .asString()
                .startsWith(start)
                .endsWith(".");
    }

    private Path patience() {
        return write(
                "away.properties",
                "kafka.bootstrap.servers=" + NOWHERE
                        + "\nkafka.default.api.timeout.ms=500\nkafka.request.timeout.ms=300\n");
    }

    private Path write(String name, String text) {
        try {
            return Files.writeString(folder.resolve(name), text);
        } catch (IOException full) {
            throw new UncheckedIOException(full);
        }
    }

    private static Outcome run(String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        CommandLine commandLine = TributaryCommands.commandLine();
        commandLine.setOut(new PrintWriter(out, true)).setErr(new PrintWriter(err, true));
        int code = commandLine.execute(arguments);
        return new Outcome(code, out.toString(), err.toString());
    }
}
