package io.tributary.api.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code tributary dead-letters}. */
@Command(
        name = "dead-letters",
        description = "Lists and replays what could not be processed.",
        mixinStandardHelpOptions = true,
        subcommands = {DeadLetterList.class, DeadLetterReplay.class})
public final class DeadLettersCommand implements Runnable {

    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Which one: list or replay?");
    }
}
