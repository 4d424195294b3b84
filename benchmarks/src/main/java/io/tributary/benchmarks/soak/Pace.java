package io.tributary.benchmarks.soak;

import java.util.concurrent.locks.LockSupport;

/** A thread that does something at a steady rate until it is closed. */
final class Pace implements AutoCloseable {

    private static final double NANOS = 1e9;

    private final Thread thread;
    private volatile boolean stopped;

    Pace(String name, int perSecond, Runnable step) {
        this.thread = new Thread(() -> run(perSecond, step), name);
        thread.setDaemon(true);
    }

    void start() {
        thread.start();
    }

    private void run(int perSecond, Runnable step) {
        long begin = System.nanoTime();
        for (long number = 0; !stopped; number++) {
            long due = begin + (long) (number * NANOS / perSecond);
            for (long left = due - System.nanoTime(); left > 0 && !stopped; left = due - System.nanoTime()) {
                LockSupport.parkNanos(left);
            }
            step.run();
        }
    }

    @Override
    public void close() {
        stopped = true;
        try {
            thread.join();
        } catch (InterruptedException hurry) {
            Thread.currentThread().interrupt();
        }
    }
}
