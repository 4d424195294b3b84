package io.tributary.api;

import io.tributary.api.cli.TributaryCommands;

/** The command line without the demo, for images that hold no broker. */
public final class Main {

    private Main() {}

    /** Runs a command and exits with its code. */
    public static void main(String[] arguments) {
        System.exit(TributaryCommands.commandLine().execute(arguments));
    }
}
