package io.tributary.api.cli;

import io.tributary.api.Version;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The commands that need nothing but a cluster, a registry or a running API. */
@Command(
        name = "tributary",
        description = "The open real-time engine for personal finance.",
        mixinStandardHelpOptions = true,
        versionProvider = TributaryCommands.BuiltVersion.class,
        footer = "%n'tributary COMMAND --help' explains a command.")
public final class TributaryCommands implements Runnable {

    @Spec
    private CommandSpec spec;

    private TributaryCommands() {}

    /** The command line of these commands alone. */
    public static CommandLine commandLine() {
        CommandLine commandLine = new CommandLine(new TributaryCommands());
        all().forEach(commandLine::addSubcommand);
        return commandLine.setExecutionExceptionHandler(new Failures()).setParameterExceptionHandler(Failures::usage);
    }

    /** A new instance of each, in the order of the help, to be added to another command line. */
    public static List<Object> all() {
        return List.of(
                new StartCommand(),
                new TopicsCommand(),
                new RebuildCommand(),
                new ImportCommand(),
                new FxCommand(),
                new EvaluateCommand(),
                new DeadLettersCommand());
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Which command?");
    }

    /** For {@code --version}. */
    static final class BuiltVersion implements IVersionProvider {

        @Override
        public String[] getVersion() {
            return new String[] {"tributary " + Version.current()};
        }
    }
}
