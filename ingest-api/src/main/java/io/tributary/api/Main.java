package io.tributary.api;

import io.tributary.api.cli.Commands;
import io.tributary.api.cli.Failures;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The command line of an installation without broker, registry and demo data of its own. */
@Command(
        name = "tributary",
        description = "The open real-time engine for personal finance.",
        mixinStandardHelpOptions = true,
        versionProvider = Main.BuiltVersion.class,
        footer = "%n'tributary COMMAND --help' explains a command.")
public final class Main implements Runnable {

    @Spec
    private CommandSpec spec;

    private Main() {}

    /** Runs a command; the exit code is 0, 1 when it failed or 2 when it was not understood. */
    public static void main(String[] arguments) {
        System.exit(commandLine().execute(arguments));
    }

    /** The command line. */
    public static CommandLine commandLine() {
        CommandLine commandLine = new CommandLine(new Main());
        Commands.all().forEach(commandLine::addSubcommand);
        return commandLine.setExecutionExceptionHandler(new Failures()).setParameterExceptionHandler(Failures::usage);
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Which command?");
    }

    /** The version of the build. */
    static final class BuiltVersion implements IVersionProvider {

        @Override
        public String[] getVersion() {
            return new String[] {"Tributary " + Version.current()};
        }
    }
}
