package io.tributary.api.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.tributary.api.config.StartupProblem;
import io.tributary.api.imports.ImportRow;
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
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/**
 * Posts rows to the line-by-line route of a running instance, a batch a request: a client that sends without end while
 * it does not yet read would hold itself up.
 */
final class TransactionPoster {

    private static final Duration CONNECT = Duration.ofSeconds(5);
    private static final Duration ANSWER = Duration.ofSeconds(60);

    private final URI stream;
    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(CONNECT).build();

    TransactionPoster(URI url) {
        this.stream = url.resolve("/api/v1/transactions:stream");
    }

    /**
     * The answers to the rows, in their order.
     *
     * @throws StartupProblem when the instance cannot be reached or does not answer every row
     */
    List<JsonNode> post(List<ImportRow.Transaction> rows) {
        HttpRequest request = HttpRequest.newBuilder(stream)
                .timeout(ANSWER)
                .header("Content-Type", "application/x-ndjson")
                .POST(HttpRequest.BodyPublishers.ofByteArray(lines(rows)))
                .build();
        try {
            HttpResponse<String> response = client.send(request, HttpResponse.BodyHandlers.ofString());
            List<JsonNode> answers = new ArrayList<>();
            for (String line : response.body().lines().toList()) {
                answers.add(Json.mapper().readTree(line));
            }
            if (response.statusCode() != 200 || answers.size() != rows.size()) {
                throw new StartupProblem(
                        "Tributary did not answer every row: import the file again, nothing is added" + " twice.");
            }
            return answers;
        } catch (JsonProcessingException noJson) {
            throw new StartupProblem("What listens at " + stream + " is no Tributary.", noJson);
        } catch (IOException away) {
            throw new StartupProblem("Nothing answers at " + stream + ": start Tributary, or give --url.", away);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new StartupProblem("Stopped; importing the file again adds nothing twice.", stopping);
        }
    }

    /** A problem in words: field and rule of each error, else the detail. */
    static String reason(JsonNode problem) {
        JsonNode errors = problem.path("errors");
        if (errors.isEmpty()) {
            return problem.path("detail").asText();
        }
        return StreamSupport.stream(errors.spliterator(), false)
                .map(error -> error.path("rule").asText() + " ("
                        + error.path("message").asText() + ")")
                .collect(Collectors.joining("; "));
    }

    private static byte[] lines(List<ImportRow.Transaction> rows) {
        ByteArrayOutputStream lines = new ByteArrayOutputStream();
        rows.forEach(row -> {
            lines.writeBytes(Json.write(row));
            lines.write('\n');
        });
        return lines.toByteArray();
    }
}
