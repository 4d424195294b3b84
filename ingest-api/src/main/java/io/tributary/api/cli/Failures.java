package io.tributary.api.cli;

import io.tributary.api.config.ConfigProblem;
import io.tributary.api.config.StartupProblem;
import io.tributary.api.imports.StatementProblem;
import io.tributary.api.streams.StreamsRunner;
import io.tributary.schemas.serde.RegistryRefusedException;
import io.tributary.schemas.serde.RegistryUnavailableException;
import java.util.Optional;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.RetriableException;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** Turns whatever ends a command into one sentence on the error stream and exit code 1; the rest goes to the log. */
public final class Failures implements IExecutionExceptionHandler {

    @Override
    public int handleExecutionException(Exception failure, CommandLine command, ParseResult parsed) {
        command.getErr().println(sentence(failure).orElseGet(() -> unexpected(failure)));
        command.getErr().flush();
        return CommandLine.ExitCode.SOFTWARE;
    }

    /** Shows what is wrong with the arguments and where the help is, without the whole of it. Exit code 2. */
    public static int usage(ParameterException wrong, String[] arguments) {
        CommandLine command = wrong.getCommandLine();
        command.getErr().println(wrong.getMessage());
        command.getErr().println("See '" + command.getCommandSpec().qualifiedName() + " --help'.");
        command.getErr().flush();
        return CommandLine.ExitCode.USAGE;
    }

    /** The sentence for a reason that a person can act on; empty for anything else. */
    public static Optional<String> sentence(Throwable failure) {
        if (failure instanceof ConfigProblem
                || failure instanceof StartupProblem
                || failure instanceof StatementProblem) {
            return Optional.ofNullable(failure.getMessage());
        }
        if (failure instanceof RegistryUnavailableException) {
            return Optional.of("The schema registry cannot be reached: check schema.registry.url.");
        }
        if (failure instanceof RegistryRefusedException refused) {
            return Optional.of(refused.sentence());
        }
        Optional<String> ofState = StreamsRunner.sentence(failure);
        if (ofState.isPresent()) {
            return ofState;
        }
        if (failure instanceof RetriableException) {
            return Optional.of("Kafka cannot be reached: check kafka.bootstrap.servers.");
        }
        if (failure instanceof KafkaException) {
            return Optional.of("Kafka refused: " + deepest(failure));
        }
        return Optional.empty();
    }

    private static String unexpected(Exception failure) {
        LoggerFactory.getLogger(Failures.class).error("unexpected failure", failure);
        return "The command stopped because of an unexpected error: " + failure;
    }

    private static String deepest(Throwable failure) {
        Throwable cause = failure;
        while (cause.getCause() != null && cause.getCause() != cause) {
            cause = cause.getCause();
        }
        return cause.getMessage() == null ? cause.toString() : cause.getMessage();
    }
}
