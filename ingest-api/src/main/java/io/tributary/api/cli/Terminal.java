package io.tributary.api.cli;

import java.io.PrintWriter;
import org.apache.logging.log4j.Level;
import org.apache.logging.log4j.core.config.Configurator;
import picocli.CommandLine.Model.CommandSpec;

/** The terminal of a command that ends by itself: its own words and nothing of the log, which Kafka's clients fill. */
final class Terminal {

    private static final int TENTHS = 10;

    private final PrintWriter out;
    private final PrintWriter err;
    private long tenthsSaid;

    private Terminal(PrintWriter out, PrintWriter err) {
        this.out = out;
        this.err = err;
    }

    /** The terminal of a command; the log falls silent, for what goes wrong becomes a sentence. */
    static Terminal quiet(CommandSpec spec) {
        Configurator.setAllLevels("", Level.OFF);
        return of(spec);
    }

    /** The terminal of a command. */
    static Terminal of(CommandSpec spec) {
        return new Terminal(spec.commandLine().getOut(), spec.commandLine().getErr());
    }

    /** A line of the result. */
    void say(String line) {
        out.println(line);
        out.flush();
    }

    /** A line about what went wrong. */
    void warn(String line) {
        err.println(line);
        err.flush();
    }

    /** How far something long has got: a line that is written over on a terminal, one each tenth elsewhere. */
    void progress(String task, long done, long total) {
        if (Boolean.getBoolean("tributary.terminal")) {
            err.printf("\r%s: %,d of %,d %s", task, done, total, done >= total ? System.lineSeparator() : "");
            err.flush();
            return;
        }
        long tenths = total == 0 ? TENTHS : done * TENTHS / total;
        if (tenths > tenthsSaid) {
            tenthsSaid = tenths;
            warn("%s: %d %% (%,d of %,d)".formatted(task, tenths * TENTHS, done, total));
        }
    }
}
