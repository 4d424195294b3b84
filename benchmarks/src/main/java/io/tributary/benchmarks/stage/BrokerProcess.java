package io.tributary.benchmarks.stage;

import io.tributary.standalone.BrokerMain;
import io.tributary.standalone.LoopbackPorts;
import io.tributary.standalone.StartupException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The broker as a process of its own, so that profile and memory of this one are those of the pipeline. */
final class BrokerProcess implements AutoCloseable {

    private static final String READY = "ready ";
    private static final long STOP_SECONDS = 20;

    private final Process process;
    private final String bootstrapServers;
    private final long startMillis;

    private BrokerProcess(Process process, String bootstrapServers, long startMillis) {
        this.process = process;
        this.bootstrapServers = bootstrapServers;
        this.startMillis = startMillis;
    }

    static BrokerProcess start(Path folder) {
        long begin = System.nanoTime();
        try {
            Process process = new ProcessBuilder(List.of(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-Xms512m",
                            "-Xmx1g",
                            "-XX:+UseSerialGC",
                            "-Dlog4j2.configurationFile=classpath:log4j2-bench.xml",
                            "-cp",
                            System.getProperty("java.class.path"),
                            BrokerMain.class.getName(),
                            folder.toString(),
                            String.valueOf(LoopbackPorts.free())))
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            String line = process.inputReader().readLine();
            if (line == null || !line.startsWith(READY)) {
                process.destroyForcibly();
                throw new StartupException("The broker of the benchmark did not start.");
            }
            return new BrokerProcess(
                    process, line.substring(READY.length()), TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begin));
        } catch (IOException refused) {
            throw new StartupException("The broker of the benchmark did not start.", refused);
        }
    }

    String bootstrapServers() {
        return bootstrapServers;
    }

    long pid() {
        return process.pid();
    }

    /** How long it took from the start of its process until it served. */
    long startMillis() {
        return startMillis;
    }

    @Override
    public void close() {
        try {
            process.getOutputStream().close();
            if (!process.waitFor(STOP_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (IOException gone) {
            process.destroyForcibly();
        } catch (InterruptedException hurry) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
