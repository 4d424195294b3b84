package io.tributary.benchmarks.stage;

import io.tributary.standalone.LoopbackPorts;
import io.tributary.standalone.StartupException;
import io.tributary.standalone.Tributary;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * {@code tributary start} as a process of its own, as it ships: who measures it shares no heap with it. It gets the JVM
 * options of this process, which the launcher gives to both.
 */
public final class Instance implements AutoCloseable {

    private static final long STOP_SECONDS = 30;

    private final Process process;
    private final URI url;

    private Instance(Process process, URI url) {
        this.process = process;
        this.url = url;
    }

    /** Starts one on the state of a group; it answers a little later. */
    public static Instance start(Stage stage, String applicationId) {
        int port = LoopbackPorts.free();
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                .filter(option -> option.startsWith("-X") || option.startsWith("-Djava."))
                .forEach(command::add);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), Tributary.class.getName(), "start"));
        stage.settings(applicationId).forEach((key, value) -> command.addAll(List.of("--set", key + "=" + value)));
        command.addAll(List.of("--set", "http.port=" + port));
        try {
            Process process = new ProcessBuilder(command)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return new Instance(process, URI.create("http://127.0.0.1:" + port));
        } catch (IOException refused) {
            throw new UncheckedIOException(refused);
        }
    }

    /** Where it listens. */
    public URI url() {
        return url;
    }

    /** The process. */
    public long pid() {
        return process.pid();
    }

    /**
     * Makes sure that it is still there.
     *
     * @throws StartupException when it has ended
     */
    public void requireAlive() {
        if (!process.isAlive()) {
            throw new StartupException("The instance that is measured has ended.");
        }
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(STOP_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException hurry) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
