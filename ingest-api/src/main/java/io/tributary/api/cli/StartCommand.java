package io.tributary.api.cli;

import io.tributary.api.TributaryServer;
import io.tributary.api.config.ServerConfig;
import io.tributary.api.config.Setting;
import io.tributary.api.config.StartupProblem;
import java.util.Arrays;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Runs one instance in the foreground until it is stopped. */
@Command(
        name = "start",
        description = "Run the API and the streams against a Kafka and a schema registry that are there.",
        mixinStandardHelpOptions = true)
final class StartCommand implements Callable<Integer> {

    @Mixin
    private ConfigOptions config;

    @Option(names = "--settings", description = "Print every setting with its default and meaning, and end.")
    private boolean settings;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws InterruptedException {
        if (settings) {
            printSettings();
            return 0;
        }
        ServerConfig serverConfig = ServerConfig.of(config.settings());
        CountDownLatch stopped = new CountDownLatch(1);
        try (TributaryServer server = TributaryServer.start(serverConfig)) {
            Thread stop = new Thread(() -> stop(server, stopped), "stop");
            Runtime.getRuntime().addShutdownHook(stop);
            spec.commandLine().getOut().println("Serving on " + server.url() + " (docs: " + server.url() + "/docs)");
            spec.commandLine().getOut().flush();
            Throwable cause = server.whenFailed().get();
            throw new StartupProblem("The streams cannot go on: " + cause.getMessage(), cause);
        } catch (ExecutionException impossible) {
            throw new IllegalStateException("waiting for the end cannot fail", impossible);
        } finally {
            stopped.countDown();
        }
    }

    /** Ctrl-C closes in good order; the JVM ends when this is done. */
    private static void stop(TributaryServer server, CountDownLatch stopped) {
        if (stopped.getCount() > 0) {
            server.close();
        }
    }

    private void printSettings() {
        Arrays.stream(Setting.values()).forEach(setting -> spec.commandLine()
                .getOut()
                .printf("%-26s %-12s %s%n", setting.key(), setting.fallback(), setting.description()));
        spec.commandLine()
                .getOut()
                .printf("%-26s %-12s %s%n", Setting.KAFKA + "*", "", "As they are to every Kafka client.");
        spec.commandLine()
                .getOut()
                .printf("%-26s %-12s %s%n", Setting.REGISTRY + "*", "", "As they are to the serdes.");
        spec.commandLine().getOut().flush();
    }
}
