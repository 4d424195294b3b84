package io.tributary.benchmarks.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Locale;
import java.util.stream.Stream;

/** What the figures were measured on. */
public final class Machine {

    private static final double KIB_PER_GIB = 1 << 20;

    private Machine() {}

    /** Cores, memory, Java, system, load and day, in one line. */
    public static String line(Clock clock) {
        return String.format(
                Locale.ROOT,
                "%d cores, %.1f GiB memory, load %.1f, %s %s, %s %s, %s",
                Runtime.getRuntime().availableProcessors(),
                kib(Path.of("/proc/meminfo"), "MemTotal:") / KIB_PER_GIB,
                java.lang.management.ManagementFactory.getOperatingSystemMXBean()
                        .getSystemLoadAverage(),
                System.getProperty("java.vm.name"),
                System.getProperty("java.version"),
                System.getProperty("os.name"),
                System.getProperty("os.version"),
                LocalDate.now(clock));
    }

    /** The most memory a process has had resident so far, in bytes; 0 where the system does not say. */
    public static long peakResidentBytes(String process) {
        return (long) (kib(Path.of("/proc", process, "status"), "VmHWM:") * 1024);
    }

    /** The memory a process has resident now, in bytes; 0 where the system does not say. */
    public static long residentBytes(String process) {
        return (long) (kib(Path.of("/proc", process, "status"), "VmRSS:") * 1024);
    }

    private static double kib(Path file, String key) {
        try (Stream<String> lines = Files.lines(file)) {
            return lines.filter(line -> line.startsWith(key))
                    .map(line -> line.replaceAll("\\D", ""))
                    .mapToDouble(Double::parseDouble)
                    .findFirst()
                    .orElse(0);
        } catch (IOException unknownHere) {
            return 0;
        }
    }
}
