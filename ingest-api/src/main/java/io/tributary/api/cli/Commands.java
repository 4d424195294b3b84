package io.tributary.api.cli;

import java.util.List;

/** The commands that need nothing but a cluster, a registry or a running API. */
public final class Commands {

    private Commands() {}

    /** A new instance of each, in the order of the help. */
    public static List<Object> all() {
        return List.of(
                new StartCommand(),
                new TopicsCommand(),
                new ImportCommand(),
                new FxCommand(),
                new DeadLettersCommand());
    }
}
