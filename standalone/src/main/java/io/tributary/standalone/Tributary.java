package io.tributary.standalone;

import io.tributary.api.cli.Failures;
import io.tributary.api.cli.TributaryCommands;
import io.tributary.standalone.drill.DrillCommand;
import java.time.Clock;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The command {@code tributary} and its sub-commands. */
@Command(
        name = "tributary",
        description = "The open real-time engine for personal finance.",
        mixinStandardHelpOptions = true,
        versionProvider = BuiltVersion.class,
        footer = {
            "%n'tributary COMMAND --help' explains a command.",
            "'./tributary bench', from a source tree, measures it all on this machine."
        })
public final class Tributary implements Runnable {
    @Spec
    private CommandSpec spec;

    private Tributary() {}

    /**
     * The command line.
     *
     * @param apiStarter starts the API process for the demo
     * @param clock the clock of this machine
     * @param others further sub-commands
     */
    public static CommandLine commandLine(ApiProcess.Starter apiStarter, Clock clock, Object... others) {
        CommandLine commandLine = new CommandLine(new Tributary());
        commandLine.addSubcommand(new DemoCommand(apiStarter, clock));
        commandLine.addSubcommand(new DrillCommand(clock));
        for (Object other : others) {
            commandLine.addSubcommand(other);
        }
        return commandLine
                .setParameterExceptionHandler(Failures::usage)
                .setExecutionExceptionHandler((failure, failed, parsed) -> {
                    failed.getErr().println(sentence(failure));
                    failed.getErr().flush();
                    return failed.getCommandSpec().exitCodeOnExecutionException();
                });
    }

    /** Runs one command and ends the JVM with its exit code, whatever threads are left. */
    public static void main(String[] arguments) {
        Object[] others = TributaryCommands.all().toArray();
        System.exit(commandLine(ApiInProcess::start, Clock.systemUTC(), others).execute(arguments));
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Which command?");
    }

    /** For a reason a person can act on its own words; anything else is ours to mend, so the log gets all of it. */
    private static String sentence(Exception failure) {
        if (failure instanceof StartupException reason) {
            return reason.sentence();
        }
        return Failures.sentence(failure).orElseGet(() -> {
            LoggerFactory.getLogger(Tributary.class).error("Unexpected failure", failure);
            return "Tributary stopped because of an unexpected error: " + failure;
        });
    }
}
