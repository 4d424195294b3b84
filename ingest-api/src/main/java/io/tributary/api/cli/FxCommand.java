package io.tributary.api.cli;

import picocli.CommandLine.Command;

/** x. */
@Command(name = "fx")
final class FxCommand implements Runnable {
    @Override
    public void run() {}
}
