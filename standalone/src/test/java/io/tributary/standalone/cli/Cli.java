package io.tributary.standalone.cli;

import io.tributary.api.cli.TributaryCommands;
import io.tributary.standalone.TestCluster;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import picocli.CommandLine;

/** Runs commands as a person does. */
public final class Cli {

    private Cli() {}

    /** What a command left behind. */
    public record Outcome(int code, String out, String err) {
        public List<String> lines() {
            return out.lines().toList();
        }
    }

    public static Outcome run(String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        CommandLine commandLine = TributaryCommands.commandLine();
        commandLine.setOut(new PrintWriter(out, true)).setErr(new PrintWriter(err, true));
        int code = commandLine.execute(arguments);
        return new Outcome(code, out.toString(), err.toString());
    }

    /** The same against a cluster. */
    public static Outcome on(TestCluster cluster, String... arguments) {
        return run(Stream.concat(
                        Arrays.stream(arguments),
                        Stream.of(
                                "--bootstrap-servers",
                                cluster.bootstrapServers(),
                                "--registry-url",
                                cluster.registryUrl()))
                .toArray(String[]::new));
    }
}
