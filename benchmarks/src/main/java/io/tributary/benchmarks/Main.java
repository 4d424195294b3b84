package io.tributary.benchmarks;

import io.tributary.benchmarks.report.Figure;
import io.tributary.benchmarks.report.FigureJson;
import io.tributary.benchmarks.report.FigureTable;
import io.tributary.benchmarks.report.Machine;
import io.tributary.standalone.StartupException;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code ./tributary bench}. */
@Command(
        name = "tributary bench",
        description = "Measures Tributary on this machine, each figure beside a baseline of the same run.",
        sortOptions = false,
        mixinStandardHelpOptions = true)
public final class Main implements Callable<Integer> {

    private static final String LOG_SETTING = "log4j2.configurationFile";
    private static final String QUIET = "classpath:log4j2-bench.xml";

    private final Clock clock;

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--records",
            paramLabel = "N",
            defaultValue = "2000000",
            description = "Transactions to drain (default: ${DEFAULT-VALUE}).")
    private long records;

    @Option(
            names = "--users",
            paramLabel = "N",
            defaultValue = "100000",
            description = "Users they belong to (default: ${DEFAULT-VALUE}).")
    private int users;

    @Option(
            names = "--runs",
            paramLabel = "N",
            defaultValue = "3",
            description = "Drains of which the median counts (default: ${DEFAULT-VALUE}).")
    private int runs;

    @Option(
            names = "--seed",
            paramLabel = "N",
            defaultValue = "1",
            description = "Decides the data (default: ${DEFAULT-VALUE}).")
    private long seed;

    @Option(
            names = "--rate",
            paramLabel = "N",
            defaultValue = "1000",
            description = "Requests a second while latency is measured (default: ${DEFAULT-VALUE}).")
    private int rate;

    @Option(
            names = "--seconds",
            paramLabel = "N",
            defaultValue = "20",
            description = "For how long latency is measured, after a warm-up of four times as long"
                    + " (default: ${DEFAULT-VALUE}).")
    private int seconds;

    @Option(
            names = "--soak-seconds",
            paramLabel = "N",
            defaultValue = "600",
            description = "How long the soak takes (default: ${DEFAULT-VALUE}).")
    private int soakSeconds;

    @Option(
            names = "--only",
            paramLabel = "NAME",
            arity = "1..*",
            description = "Measures only these: ${COMPLETION-CANDIDATES} (default: all but ACCURACY, GROWTH and SOAK).")
    private @Nullable Set<Plan.Part> only;

    @Option(names = "--json", paramLabel = "FILE", description = "Writes the figures to a file as JSON too.")
    private @Nullable Path json;

    @Option(
            names = "--profile",
            paramLabel = "FILE",
            description = "Records the last drain with Java Flight Recorder and says where the time went.")
    private @Nullable Path profile;

    private Main(Clock clock) {
        this.clock = clock;
    }

    /** Runs the command and ends the process. */
    public static void main(String[] arguments) {
        // Only what spoils a measurement belongs beside its progress; must be said before anything logs.
        System.setProperty(LOG_SETTING, System.getProperty(LOG_SETTING, QUIET));
        System.exit(commandLine(Clock.systemUTC()).execute(arguments));
    }

    /** The command. */
    static CommandLine commandLine(Clock clock) {
        return new CommandLine(new Main(clock))
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setExecutionExceptionHandler((failure, failed, parsed) -> {
                    failed.getErr().println(failure instanceof StartupException reason ? reason.sentence() : failure);
                    return failed.getCommandSpec().exitCodeOnExecutionException();
                });
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        String machine = Machine.line(clock);
        List<Figure> figures;
        String profiled;
        Progress progress = new Progress(System.err);
        try (Bench bench = Bench.prepare(plan(), clock, progress)) {
            figures = bench.run();
            profiled = bench.profile();
        }
        PrintWriter out = spec.commandLine().getOut();
        if (!profiled.isEmpty()) {
            out.println(profiled);
        }
        out.println(FigureTable.of(figures));
        out.printf(Locale.ROOT, "%n%s; %,d records of %,d users, seed %d%n", machine, records, users, seed);
        out.flush();
        if (json != null) {
            FigureJson.write(figures, json);
        }
        return CommandLine.ExitCode.OK;
    }

    private Plan plan() {
        requirePositive("--records", records);
        requirePositive("--users", users);
        requirePositive("--runs", runs);
        requirePositive("--rate", rate);
        requirePositive("--seconds", seconds);
        requirePositive("--soak-seconds", soakSeconds);
        Set<Plan.Part> parts = only == null ? Plan.usual() : EnumSet.copyOf(only);
        return new Plan(records, users, runs, seed, rate, seconds, soakSeconds, parts, Optional.ofNullable(profile));
    }

    private void requirePositive(String option, long value) {
        if (value < 1) {
            throw new ParameterException(spec.commandLine(), option + " is " + value + " but must be 1 or more.");
        }
    }
}
