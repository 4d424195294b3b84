package io.tributary.standalone;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Turns Ctrl-C and {@code kill} into an interrupt of the thread that runs the command, and keeps the JVM alive until that
 * thread has closed what it opened. A stop that takes too long is cut short: the data folder survives that.
 */
final class Foreground implements AutoCloseable {
    private static final Duration LIMIT = Duration.ofSeconds(20);
    private static final int INTERRUPTED = 130;

    private final Thread runner = Thread.currentThread();
    private final CountDownLatch closed = new CountDownLatch(1);
    private final Thread hook = new Thread(this::stop, "stop");

    private Foreground() {}

    /** From now on the current thread is interrupted when the process is asked to stop. */
    static Foreground enter() {
        Foreground foreground = new Foreground();
        Runtime.getRuntime().addShutdownHook(foreground.hook);
        return foreground;
    }

    /** What shells expect of a process that was asked to stop. */
    int exitCode() {
        return INTERRUPTED;
    }

    @Override
    public void close() {
        closed.countDown();
    }

    private void stop() {
        if (closed.getCount() == 0) {
            return;
        }
        runner.interrupt();
        try {
            if (!closed.await(LIMIT.toMillis(), TimeUnit.MILLISECONDS)) {
                System.err.println("Stopping took too long and was cut short.");
                Runtime.getRuntime().halt(1);
            }
        } catch (InterruptedException hurry) {
            Runtime.getRuntime().halt(1);
        }
    }
}
