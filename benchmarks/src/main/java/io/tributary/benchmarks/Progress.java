package io.tributary.benchmarks;

import java.io.PrintStream;
import java.util.Locale;

/** Says on standard error what is being measured, with the seconds since the start. */
final class Progress {

    private final PrintStream err;
    private final long begin = System.nanoTime();

    Progress(PrintStream err) {
        this.err = err;
    }

    void say(String what) {
        err.printf(Locale.ROOT, "[%4d s] %s%n", (System.nanoTime() - begin) / 1_000_000_000, what);
    }
}
