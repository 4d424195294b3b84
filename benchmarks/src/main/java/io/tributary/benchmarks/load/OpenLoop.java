package io.tributary.benchmarks.load;

import java.util.concurrent.locks.LockSupport;

/**
 * Makes something happen at a steady rate, whatever becomes of it: a slow answer does not hold up the next request, and
 * what is sent late is still measured from when it was due.
 *
 * @param perSecond how often
 * @param seconds for how long
 */
record OpenLoop(int perSecond, int seconds) {

    private static final double NANOS = 1e9;

    /** Something to do at its time. */
    @FunctionalInterface
    interface Step {

        /**
         * Does it without waiting for the outcome.
         *
         * @param number counts from 0
         * @param due when it was to happen, on the clock of {@link System#nanoTime}
         */
        void run(long number, long due);
    }

    /** Does every step in the calling thread and returns after the last. */
    void run(Step step) {
        long begin = System.nanoTime();
        long steps = (long) perSecond * seconds;
        for (long number = 0; number < steps; number++) {
            long due = begin + (long) (number * NANOS / perSecond);
            for (long left = due - System.nanoTime(); left > 0; left = due - System.nanoTime()) {
                LockSupport.parkNanos(left);
            }
            step.run(number, due);
        }
    }
}
