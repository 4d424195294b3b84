package io.tributary.standalone.acceptance;

import io.tributary.standalone.TestCluster;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.awaitility.Awaitility;

/** {@code tributary start} as a process of its own, on a port that it keeps over restarts. */
final class InstanceProcess implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private final TestCluster cluster;
    private final int port;
    private final HttpApi api;
    private Process process;

    private InstanceProcess(TestCluster cluster, int port) {
        this.cluster = cluster;
        this.port = port;
        this.api = new HttpApi(URI.create("http://127.0.0.1:" + port));
        this.process = launch();
    }

    /** Starts one; it is not ready yet. */
    static InstanceProcess start(TestCluster cluster, int port) {
        return new InstanceProcess(cluster, port);
    }

    HttpApi api() {
        return api;
    }

    /** Waits until it says that it can do its work. */
    void awaitReady() {
        Awaitility.await("port " + port + " to be ready")
                .atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(100))
                .until(() -> {
                    if (!process.isAlive()) {
                        throw new AssertionError("The instance ended: " + Files.readString(log()));
                    }
                    return isReady();
                });
    }

    boolean isReady() {
        try {
            return api.get("/health/ready").status() == 200;
        } catch (UncheckedIOException notListening) {
            return false;
        }
    }

    /** As {@code kill -9}: nothing is finished, and nobody is told. */
    void kill() {
        process.destroyForcibly().onExit().join();
    }

    /** As Ctrl-C or {@code kill}, which asks it to stop; returns when it has. */
    void stop() {
        process.destroy();
        process.onExit().join();
    }

    /** Starts it again on its folder. */
    void startAgain() {
        process = launch();
    }

    @Override
    public void close() {
        kill();
    }

    private Path log() {
        return cluster.directory().resolve("instance-" + port + ".log");
    }

    private Process launch() {
        List<String> command = List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Xmx384m",
                "-cp",
                System.getProperty("java.class.path"),
                "io.tributary.api.Main",
                "start",
                "--port",
                Integer.toString(port),
                "--bootstrap-servers",
                cluster.bootstrapServers(),
                "--registry-url",
                cluster.registryUrl(),
                "--set",
                "state.dir=" + cluster.directory().resolve("state-" + port));
        try {
            return new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log().toFile()))
                    .start();
        } catch (IOException noJava) {
            throw new UncheckedIOException(noJava);
        }
    }
}
