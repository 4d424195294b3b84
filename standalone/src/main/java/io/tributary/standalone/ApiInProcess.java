package io.tributary.standalone;

import io.tributary.api.TributaryServer;
import io.tributary.api.cli.Failures;
import io.tributary.api.config.ConfigProblem;
import io.tributary.api.config.ServerConfig;
import io.tributary.api.config.Settings;
import io.tributary.api.config.StartupProblem;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ExecutionException;

/** The real API process inside this JVM: the one place where the demo and the API meet. */
final class ApiInProcess implements ApiProcess {
    private static final Duration START_LIMIT = Duration.ofMinutes(2);
    private static final Duration POLL = Duration.ofMillis(50);

    private final TributaryServer server;

    private ApiInProcess(TributaryServer server) {
        this.server = server;
    }

    /** Starts it and returns when it is ready: when its streams run and every part is well. */
    static ApiProcess start(Map<String, String> settings) throws InterruptedException {
        ApiInProcess api;
        try {
            api = new ApiInProcess(TributaryServer.start(ServerConfig.of(Settings.of(settings))));
        } catch (StartupProblem | ConfigProblem problem) {
            throw new StartupException("The API does not start: " + problem.getMessage(), problem);
        }
        try {
            api.awaitReady();
            return api;
        } catch (InterruptedException | StartupException failure) {
            api.close();
            throw failure;
        }
    }

    @Override
    public URI url() {
        return server.url();
    }

    @Override
    public String awaitFailure() throws InterruptedException {
        try {
            Throwable cause = server.whenFailed().get();
            return Failures.sentence(cause)
                    .orElseGet(() -> "The API stopped because of an error that its log describes: "
                            + cause.getClass().getSimpleName() + ".");
        } catch (ExecutionException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    @Override
    public void close() {
        server.close();
    }

    private void awaitReady() throws InterruptedException {
        HttpRequest question = HttpRequest.newBuilder(url().resolve("/health/ready"))
                .timeout(Duration.ofSeconds(5))
                .build();
        HttpClient client = HttpClient.newHttpClient();
        long deadline = System.nanoTime() + START_LIMIT.toNanos();
        while (!isReady(client, question)) {
            if (server.whenFailed().isDone()) {
                throw new StartupException(awaitFailure());
            }
            if (System.nanoTime() > deadline) {
                throw new StartupException(
                        "The API does not get ready: see what " + question.uri() + " says and its log.");
            }
            Thread.sleep(POLL.toMillis());
        }
    }

    private static boolean isReady(HttpClient client, HttpRequest question) throws InterruptedException {
        try {
            return client.send(question, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException notYet) {
            return false;
        }
    }
}
