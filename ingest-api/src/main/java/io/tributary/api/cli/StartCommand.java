package io.tributary.api.cli;

import io.tributary.api.TributaryServer;
import io.tributary.api.config.ServerConfig;
import io.tributary.api.config.Setting;
import io.tributary.api.config.StartupProblem;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code tributary start}: one instance against a Kafka and a registry that run elsewhere, until Ctrl-C. */
@Command(
        name = "start",
        description = "Starts the pipeline and its API against an existing Kafka and schema registry.",
        footer = {
            "",
            "Settings are read from FILE (key=value lines) and from the environment, which goes first:",
            "kafka.bootstrap.servers is TRIBUTARY_KAFKA_BOOTSTRAP_SERVERS. Needed are this one and",
            "schema.registry.url. kafka.… and schema.registry.… go to the clients as they are."
        },
        sortOptions = false,
        mixinStandardHelpOptions = true)
final class StartCommand implements Callable<Integer> {

    private static final Duration POLL = Duration.ofMillis(200);
    private static final Duration CALL = Duration.ofSeconds(5);
    private static final int OK = 200;

    @Spec
    private CommandSpec spec;

    @Mixin
    private ConfigOptions options;

    @Option(names = "--port", paramLabel = "PORT", description = "Port of the API (default: http.port, else 8080).")
    private @Nullable Integer port;

    @Option(names = "--settings", description = "Prints every setting with its default and meaning, and ends.")
    private boolean settings;

    @Override
    public Integer call() throws InterruptedException {
        Terminal terminal = Terminal.of(spec);
        if (settings) {
            printSettings(terminal);
            return 0;
        }
        ServerConfig config = config();
        terminal.say("Starting against " + config.kafka().get("bootstrap.servers") + " …");
        TributaryServer server = TributaryServer.start(config);
        Thread stop = new Thread(
                () -> {
                    terminal.say("Stopping …");
                    server.close();
                },
                "stop");
        Runtime.getRuntime().addShutdownHook(stop);
        terminal.say("Listening at " + server.url());
        throw new StartupProblem(reason(awaitFailure(server, terminal, stop)));
    }

    private ServerConfig config() {
        Map<String, String> given = port == null ? Map.of() : Map.of("http.port", port.toString());
        return ServerConfig.of(options.settings().with(given));
    }

    private void printSettings(Terminal terminal) {
        String row = "%-26s %-12s %s";
        for (Setting setting : Setting.values()) {
            terminal.say(row.formatted(setting.key(), setting.fallback(), setting.description()));
        }
        terminal.say(row.formatted(Setting.KAFKA + "*", "", "As they are to every Kafka client."));
        terminal.say(row.formatted(Setting.REGISTRY + "*", "", "As they are to the serdes."));
    }

    /** Says when the instance is ready, then waits until it can do no more and closes it. */
    private static Throwable awaitFailure(TributaryServer server, Terminal terminal, Thread stop)
            throws InterruptedException {
        CompletableFuture<Throwable> failed = server.whenFailed();
        HttpClient client = HttpClient.newBuilder().connectTimeout(CALL).build();
        boolean ready = false;
        while (true) {
            try {
                Throwable cause = ready ? failed.get() : failed.get(POLL.toMillis(), TimeUnit.MILLISECONDS);
                Runtime.getRuntime().removeShutdownHook(stop);
                server.close();
                return cause;
            } catch (TimeoutException alive) {
                ready = isReady(client, server.url());
                if (ready) {
                    terminal.say("Ready: " + server.url() + "/docs shows what it can do. Ctrl-C stops it.");
                }
            } catch (ExecutionException impossible) {
                throw new IllegalStateException("the future of the cause itself fails", impossible);
            }
        }
    }

    private static boolean isReady(HttpClient client, URI url) throws InterruptedException {
        HttpRequest question = HttpRequest.newBuilder(url.resolve("/health/ready"))
                .timeout(CALL)
                .build();
        try {
            return client.send(question, HttpResponse.BodyHandlers.discarding()).statusCode() == OK;
        } catch (IOException notYet) {
            return false;
        }
    }

    private static String reason(Throwable cause) {
        return Failures.sentence(cause)
                .orElseGet(() -> "The pipeline cannot go on; the log says why ("
                        + cause.getClass().getSimpleName() + ").");
    }
}
