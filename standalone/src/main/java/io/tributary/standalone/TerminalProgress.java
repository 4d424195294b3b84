package io.tributary.standalone;

import io.tributary.standalone.demo.LoadProgress;
import java.io.PrintStream;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/** Progress on a terminal: a bar where a person watches, a line every tenth where the output goes to a file. */
final class TerminalProgress {
    private static final int REFRESH_MILLIS = 200;
    private static final int TENTHS = 10;
    private static final int WIDTH = 100;

    private TerminalProgress() {}

    /**
     * Begins to show progress.
     *
     * @param task what is done, in a few words
     * @param total how much there is to do
     */
    static LoadProgress start(String task, long total) {
        return isTerminal() ? new Bar(task, total) : new Lines(System.out, task, total);
    }

    /** The launcher says whether the output is a terminal: since JDK 22 {@code System.console()} no longer tells. */
    private static boolean isTerminal() {
        return Boolean.getBoolean("tributary.terminal");
    }

    private static final class Bar implements LoadProgress {
        private final ProgressBar bar;

        Bar(String task, long total) {
            bar = new ProgressBarBuilder()
                    .setTaskName(task)
                    .setInitialMax(total)
                    .setStyle(ProgressBarStyle.ASCII)
                    .setUpdateIntervalMillis(REFRESH_MILLIS)
                    .setConsumer(new ConsoleProgressBarConsumer(System.out, WIDTH))
                    .build();
        }

        @Override
        public void reached(long done) {
            bar.stepTo(done);
        }

        @Override
        public void close() {
            bar.close();
        }
    }

    /** Written by one thread at a time; a lost update would only skip a line. */
    static final class Lines implements LoadProgress {
        private final PrintStream out;
        private final String task;
        private final long total;
        private long tenthsSaid;

        Lines(PrintStream out, String task, long total) {
            this.out = out;
            this.task = task;
            this.total = total;
        }

        @Override
        public void reached(long done) {
            long tenths = total == 0 ? TENTHS : done * TENTHS / total;
            if (tenths > tenthsSaid) {
                tenthsSaid = tenths;
                out.printf("%s: %d %% (%d of %d)%n", task, tenths * TENTHS, done, total);
            }
        }

        @Override
        public void close() {
            out.flush();
        }
    }
}
