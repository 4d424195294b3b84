package io.tributary.benchmarks.drain;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.lang.management.ThreadMXBean;

/** What this JVM's stream threads have used so far. */
final class StreamThreads {

    private static final String NAME = "-StreamThread-";

    private StreamThreads() {}

    /** CPU time of all of them together, native code included. */
    static long cpuNanos() {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        long sum = 0;
        for (ThreadInfo thread : threads.getThreadInfo(threads.getAllThreadIds())) {
            if (thread != null && isStreamThread(thread.getThreadName())) {
                sum += Math.max(0, threads.getThreadCpuTime(thread.getThreadId()));
            }
        }
        return sum;
    }

    private static boolean isStreamThread(String name) {
        int at = name.indexOf(NAME);
        // Clients of a thread bear its name and more, such as kafka-producer-network-thread.
        return at >= 0
                && name.substring(at + NAME.length()).chars().allMatch(Character::isDigit)
                && !name.startsWith("kafka-");
    }
}
