package io.tributary.benchmarks.drain;

/**
 * One run.
 *
 * @param applicationId its group
 * @param records how many records were committed
 * @param processed how many were processed: more than committed where work was rolled back or not waited for
 * @param nanos from the first record processed until all were committed
 * @param cpuNanos CPU time of the stream threads, joining the group included
 * @param allCpuNanos CPU time of everything: the application's whole process and the broker's, from start to end
 */
public record DrainResult(
        String applicationId, long records, long processed, long nanos, long cpuNanos, long allCpuNanos) {

    /** Records a second. */
    public double rate() {
        return records * 1e9 / nanos;
    }

    /** CPU time of the stream threads for one record, in microseconds. */
    public double cpuMicrosPerRecord() {
        return cpuNanos / 1e3 / records;
    }

    /** CPU time of application and broker for one record, in microseconds; hardly depends on what else runs. */
    public double allCpuMicrosPerRecord() {
        return allCpuNanos / 1e3 / records;
    }
}
