package io.tributary.api.cli;

import io.tributary.api.Version;
import io.tributary.api.config.ConfigProblem;
import io.tributary.api.config.StartupProblem;
import java.util.List;
import org.apache.kafka.common.KafkaException;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The commands that any cluster can be served with, and what becomes of their failures. */
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
        return commandLine.setExecutionExceptionHandler((failure, failed, parsed) -> {
            failed.getErr().println(sentence(failure));
            failed.getErr().flush();
            return failed.getCommandSpec().exitCodeOnExecutionException();
        });
    }

    /** The commands, to be added to another command line. */
    public static List<Object> all() {
        return List.of(
                new StartCommand(),
                new TopicsCommand(),
                new DeadLettersCommand(),
                new FxCommand(),
                new ImportCommand());
    }

    /** What a failure means to whoever typed the command; what nobody expected goes to the log with all of it. */
    public static String sentence(Throwable failure) {
        if (failure instanceof ConfigProblem || failure instanceof StartupProblem) {
            return String.valueOf(failure.getMessage());
        }
        LoggerFactory.getLogger(TributaryCommands.class).error("unexpected failure", failure);
        return failure instanceof KafkaException
                ? "Kafka did not do what was asked: " + failure.getMessage()
                : "Tributary stopped because of an unexpected error: " + failure;
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
