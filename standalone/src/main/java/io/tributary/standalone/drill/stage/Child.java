package io.tributary.standalone.drill.stage;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** A JVM on the class path of this one, that ends when this one ends. Its standard output is for its first line only. */
final class Child implements AutoCloseable {
    private static final long STOP_SECONDS = 20;

    private final Process process;

    private Child(Process process) {
        this.process = process;
    }

    /**
     * Starts one.
     *
     * @param main its main class
     * @param logs the folder of its log and of what it says on standard error
     * @param options of the JVM
     * @param arguments of the main class
     */
    static Child start(Class<?> main, Path logs, List<String> options, List<String> arguments) throws IOException {
        Files.createDirectories(logs);
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(options);
        command.add("-Dlog4j2.configurationFile=classpath:log4j2-demo.xml");
        command.add("-Dtributary.logs=" + logs);
        command.add("-cp");
        command.add(System.getProperty("java.class.path"));
        command.add(main.getName());
        command.addAll(arguments);
        return new Child(new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.appendTo(
                        logs.resolve("stderr.log").toFile()))
                .start());
    }

    /** Its first line; null when it ended without one. */
    @Nullable
    String firstLine() throws IOException {
        return process.inputReader().readLine();
    }

    long pid() {
        return process.pid();
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /** Kills it at once, as {@code kill -9} does; it may take a moment until it is gone. */
    void kill() {
        process.destroyForcibly();
    }

    /** Returns when it is gone. */
    void awaitEnd() {
        process.onExit().join();
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
