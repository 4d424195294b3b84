package io.tributary.standalone;

import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * Apicurio Registry as a child JVM on the same Java, on the loopback address only. Its schemas and their ids are in a
 * file that is written before each answer, so they survive a {@code kill -9} right after it. It ends when its parent
 * ends, however that happens.
 */
public final class RegistryProcess implements AutoCloseable {
    private static final String HOST = "127.0.0.1";
    private static final String CONFLUENT_API = "/apis/ccompat/v7";
    private static final String START_HEADER = "Tributary-Start";
    private static final Duration START_LIMIT = Duration.ofSeconds(60);
    private static final Duration STOP_LIMIT = Duration.ofSeconds(8);
    private static final Duration POLL = Duration.ofMillis(50);

    private final Process process;
    private final int port;

    private RegistryProcess(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    /** Starts a registry on a port of its own choice. See {@link #start(Path, int)}. */
    public static RegistryProcess start(Path directory) {
        return LoopbackPorts.onFreePort(port -> start(directory, port));
    }

    /**
     * Starts the registry and returns when it answers.
     *
     * @param directory where it keeps its data and {@code registry.log}; created when missing
     * @param port the loopback port it listens on
     * @throws StartupException when it does not come up
     */
    public static RegistryProcess start(Path directory, int port) {
        Path data = directory.toAbsolutePath();
        Path log = data.resolve("registry.log");
        try {
            Files.createDirectories(data);
            String start = UUID.randomUUID().toString();
            Process process = new ProcessBuilder(command(data, port, start))
                    .directory(data.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                    .start();
            RegistryProcess registry = new RegistryProcess(process, port);
            registry.awaitReady(log, start);
            return registry;
        } catch (IOException unusable) {
            throw new StartupException(
                    "The schema registry cannot use the folder %s: %s".formatted(data, unusable.getMessage()),
                    unusable);
        }
    }

    /** The base URL of the API that Confluent's clients speak. */
    public String url() {
        return "http://" + HOST + ":" + port + CONFLUENT_API;
    }

    /** The child's process id. */
    public long pid() {
        return process.pid();
    }

    /** Whether the child runs. */
    public boolean isAlive() {
        return process.isAlive();
    }

    /** Completes when the child has ended, however. */
    CompletableFuture<Process> onExit() {
        return process.onExit();
    }

    /** Kills the child at once, as {@code kill -9} does, and returns when it is gone. */
    public void kill() {
        process.destroyForcibly().onExit().join();
    }

    /** Stops the child in good order, within seconds. */
    @Override
    public void close() {
        try {
            process.getOutputStream().close();
            if (!process.waitFor(STOP_LIMIT.toMillis(), TimeUnit.MILLISECONDS)) {
                kill();
            }
        } catch (IOException gone) {
            kill();
        } catch (InterruptedException hurry) {
            Thread.currentThread().interrupt();
            kill();
        }
    }

    private void awaitReady(Path log, String start) {
        HttpClient client = HttpClient.newHttpClient();
        HttpRequest question = HttpRequest.newBuilder(URI.create(url() + "/subjects"))
                .timeout(Duration.ofSeconds(5))
                .build();
        long deadline = System.nanoTime() + START_LIMIT.toNanos();
        try {
            while (!answers(client, question, start)) {
                if (!process.isAlive() || System.nanoTime() > deadline) {
                    kill();
                    throw new StartupException("The schema registry did not start; its log is " + log + ".");
                }
                Thread.sleep(POLL.toMillis());
            }
        } catch (InterruptedException stop) {
            kill();
            Thread.currentThread().interrupt();
            throw new StartupException("The start of the schema registry was interrupted.", stop);
        }
    }

    /** Another program's registry may have taken the port meanwhile: only the answer of this very start counts. */
    private static boolean answers(HttpClient client, HttpRequest question, String start) throws InterruptedException {
        try {
            HttpResponse<Void> answer = client.send(question, HttpResponse.BodyHandlers.discarding());
            return answer.statusCode() == 200
                    && answer.headers()
                            .firstValue(START_HEADER)
                            .filter(start::equals)
                            .isPresent();
        } catch (IOException notYet) {
            return false;
        }
    }

    private static List<String> command(Path data, int port, String start) {
        Path own = ownCode();
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-Xmx384m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"));
        settings(data, port, start).forEach(setting -> command.add("-D" + setting));
        command.add("-cp");
        command.add(runner(own.resolveSibling("registry")) + File.pathSeparator + own);
        command.add(RegistryLauncher.class.getName());
        command.add("io.quarkus.runner.GeneratedMain");
        return command;
    }

    private static List<String> settings(Path data, int port, String start) {
        return List.of(
                "quarkus.http.host=" + HOST,
                "quarkus.http.port=" + port,
                // Some builds of the registry open a second port, on every address unless told otherwise.
                "quarkus.management.host=" + HOST,
                "quarkus.management.port=" + LoopbackPorts.free(),
                "quarkus.http.header.\"" + START_HEADER + "\".value=" + start,
                "quarkus.http.access-log.enabled=false",
                "quarkus.log.level=WARN",
                "quarkus.log.category.\"io.apicurio\".level=WARN",
                "apicurio.rules.global.compatibility=BACKWARD_TRANSITIVE",
                "apicurio.datasource.jdbc.initial-size=2",
                "apicurio.datasource.jdbc.min-size=2",
                // H2 answers before it writes unless WRITE_DELAY is 0: ids given out would be given out again.
                "apicurio.datasource.url=jdbc:h2:file:" + data.resolve("registry") + ";WRITE_DELAY=0");
    }

    /** The jar, or in the build the class folder, that this class came from: the registry is unpacked beside it. */
    private static Path ownCode() {
        try {
            return Path.of(RegistryProcess.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
        } catch (URISyntaxException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static Path runner(Path home) {
        try (Stream<Path> files = Files.list(home)) {
            return files.filter(file -> file.getFileName().toString().endsWith("-runner.jar"))
                    .findFirst()
                    .orElseThrow(
                            () -> new StartupException("There is no schema registry in " + home + ": build again."));
        } catch (IOException missing) {
            throw new StartupException("There is no schema registry in " + home + ": build again.", missing);
        }
    }
}
