package io.tributary.benchmarks;

import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * What is asked of one call.
 *
 * @param records facts to preload
 * @param users whose they are
 * @param runs runs of which the median counts
 * @param seed of the workload
 * @param rate requests a second of the latency measurement
 * @param seconds of latency measurement
 * @param soakSeconds of the soak
 * @param only what to measure
 * @param profile where to write a recording of the last drain
 */
record Plan(
        long records,
        int users,
        int runs,
        long seed,
        int rate,
        int seconds,
        int soakSeconds,
        Set<Part> only,
        Optional<Path> profile) {

    /** Something that can be measured by itself. */
    enum Part {
        DRAIN,
        OPERATIONS,
        BYTES,
        MEMORY,
        CLASSIFY,
        LATENCY,
        CORRECTION,
        STARTUP,
        ACCURACY,
        GROWTH,
        SOAK
    }

    /** What is measured when nothing is named: all that is done within minutes. */
    static Set<Part> usual() {
        return EnumSet.complementOf(EnumSet.of(Part.ACCURACY, Part.GROWTH, Part.SOAK));
    }

    boolean wants(Part part) {
        return only.contains(part);
    }

    /** Whether anything is wanted that is read off a drain. */
    boolean needsDrain() {
        return wants(Part.DRAIN)
                || wants(Part.BYTES)
                || wants(Part.MEMORY)
                || wants(Part.STARTUP)
                || profile.isPresent();
    }
}
