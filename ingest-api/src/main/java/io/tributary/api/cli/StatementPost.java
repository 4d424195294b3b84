package io.tributary.api.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.failsafe.Failsafe;
import dev.failsafe.FailsafeException;
import dev.failsafe.FailsafeExecutor;
import dev.failsafe.RetryPolicy;
import io.tributary.api.config.StartupProblem;
import io.tributary.api.imports.Statement;
import io.tributary.api.json.Json;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Posts transactions to the NDJSON route, in order. So many go in one request, and the next one waits for the answers:
 * Java's client reads no answer before it has sent the whole body, so one endless request would fill the connection with
 * answers until both sides wait for each other. A request that fails is sent again as it is, since ids make that harmless.
 */
final class StatementPost {

    private static final int ROWS_OF_A_REQUEST = 500;
    private static final Duration CONNECT = Duration.ofSeconds(5);
    private static final Duration ANSWER = Duration.ofMinutes(1);
    private static final int OK = 200;
    private static final int TOO_MANY = 429;
    private static final int SERVER_SIDE = 500;

    private final URI route;
    private final ImportCommand.Progress progress;
    private final HttpClient client = HttpClient.newBuilder()
            .connectTimeout(CONNECT)
            .version(HttpClient.Version.HTTP_1_1)
            .build();
    private final FailsafeExecutor<List<Statement.Row.Refused>> retries =
            Failsafe.with(RetryPolicy.<List<Statement.Row.Refused>>builder()
                    .handle(IOException.class)
                    .withBackoff(Duration.ofMillis(500), Duration.ofSeconds(5))
                    .withMaxRetries(5)
                    .build());

    StatementPost(URI api, ImportCommand.Progress progress) {
        String base = api.toString();
        this.route = URI.create(
                (base.endsWith("/") ? base.substring(0, base.length() - 1) : base) + "/api/v1/transactions:stream");
        this.progress = progress;
    }

    /**
     * Posts all of them.
     *
     * @param refusals takes what the API refuses
     * @throws StartupProblem when the API is away or refuses to take anything
     */
    void send(List<Statement.Row.Entry> entries, Consumer<Statement.Row.Refused> refusals) throws InterruptedException {
        for (int from = 0; from < entries.size(); from += ROWS_OF_A_REQUEST) {
            List<Statement.Row.Entry> batch = entries.subList(from, Math.min(entries.size(), from + ROWS_OF_A_REQUEST));
            post(batch, from).forEach(refusals);
            progress.reached((long) from + batch.size(), entries.size());
        }
    }

    private List<Statement.Row.Refused> post(List<Statement.Row.Entry> batch, int before) throws InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(route)
                .timeout(ANSWER)
                .header("Content-Type", "application/x-ndjson")
                .POST(HttpRequest.BodyPublishers.ofByteArray(body(batch)))
                .build();
        try {
            return retries.get(() -> refusals(batch, client.send(request, HttpResponse.BodyHandlers.ofString())));
        } catch (FailsafeException failed) {
            if (failed.getCause() instanceof InterruptedException) {
                throw new InterruptedException();
            }
            throw away(failed, before);
        }
    }

    private StartupProblem away(FailsafeException failed, int before) {
        String done =
                before == 0 ? "." : "; " + before + " rows are in, and running the same again goes on from there.";
        return new StartupProblem(
                "The API at " + route.resolve("/") + " does not answer: start it, or name it with --url" + done,
                failed);
    }

    private static byte[] body(List<Statement.Row.Entry> batch) {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        batch.forEach(entry -> {
            body.writeBytes(Json.write(entry.body()));
            body.write('\n');
        });
        return body.toByteArray();
    }

    /** The refused rows of an answer. What another try may mend is an {@link IOException}, like a lost connection. */
    private static List<Statement.Row.Refused> refusals(List<Statement.Row.Entry> batch, HttpResponse<String> answer)
            throws IOException {
        if (answer.statusCode() == TOO_MANY || answer.statusCode() >= SERVER_SIDE) {
            throw new IOException("status " + answer.statusCode());
        }
        if (answer.statusCode() != OK) {
            throw new StartupProblem(
                    "The API refuses the import with status " + answer.statusCode() + detail(answer) + ".");
        }
        List<Statement.Row.Refused> refused = new ArrayList<>();
        List<String> rows = answer.body().lines().toList();
        if (rows.size() != batch.size()) {
            throw new IOException("an answer is missing");
        }
        for (int row = 0; row < rows.size(); row++) {
            JsonNode problem = Json.mapper().readTree(rows.get(row)).path("problem");
            if (problem.path("status").asInt() >= SERVER_SIDE) {
                throw new IOException("the log is away");
            }
            if (problem.isObject()) {
                refused.add(refusal(batch.get(row).line(), problem));
            }
        }
        return refused;
    }

    private static Statement.Row.Refused refusal(long line, JsonNode problem) {
        List<String> rules = new ArrayList<>();
        List<String> messages = new ArrayList<>();
        problem.path("errors").forEach(error -> {
            rules.add(error.path("rule").asText());
            messages.add(error.path("message").asText());
        });
        return messages.isEmpty()
                ? new Statement.Row.Refused(
                        line,
                        problem.path("status").asText(),
                        problem.path("detail").asText())
                : new Statement.Row.Refused(line, String.join(", ", rules), String.join("; ", messages));
    }

    private static String detail(HttpResponse<String> answer) {
        try {
            String detail = Json.mapper().readTree(answer.body()).path("detail").asText();
            return detail.isEmpty() ? "" : ": " + detail.replaceAll("\\.$", "");
        } catch (JsonProcessingException other) {
            return "";
        }
    }
}
