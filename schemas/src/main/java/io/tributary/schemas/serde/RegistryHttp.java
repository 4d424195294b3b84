package io.tributary.schemas.serde;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.failsafe.Failsafe;
import dev.failsafe.FailsafeException;
import dev.failsafe.FailsafeExecutor;
import dev.failsafe.RetryPolicy;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.common.errors.InterruptException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sends requests to the registry: the address that last worked first, the others in turn, all again after a wait. */
final class RegistryHttp {

    /** An answer that settles the question: any status but those that mean "later". */
    record Answer(int status, JsonNode body) {}

    private static final String CONTENT_TYPE = "application/vnd.schemaregistry.v1+json";
    private static final Logger LOG = LoggerFactory.getLogger(RegistryHttp.class);
    private static final ObjectMapper JSON = new ObjectMapper();

    private final RegistryConfig config;
    private final HttpClient http;
    private final FailsafeExecutor<Answer> retrying;
    private final AtomicInteger working = new AtomicInteger();

    RegistryHttp(RegistryConfig config) {
        this.config = config;
        this.http = HttpClient.newBuilder()
                .connectTimeout(config.connectTimeout())
                .followRedirects(HttpClient.Redirect.NORMAL)
                .version(HttpClient.Version.HTTP_1_1)
                .build();
        this.retrying = Failsafe.with(RetryPolicy.<Answer>builder()
                .handle(RegistryUnavailableException.class)
                .withBackoff(config.firstWait(), config.longestWait())
                .withJitter(0.25)
                .withMaxRetries(config.maxRetries())
                .onRetry(retry -> LOG.atWarn()
                        .addKeyValue("attempt", retry.getAttemptCount())
                        .addKeyValue("addresses", config.urls())
                        .log("The schema registry does not answer; trying again."))
                .build());
    }

    Answer get(String path) {
        return call("GET", path, null);
    }

    Answer post(String path, JsonNode body) {
        return call("POST", path, body.toString());
    }

    Answer put(String path, JsonNode body) {
        return call("PUT", path, body.toString());
    }

    private Answer call(String method, String path, @Nullable String body) {
        try {
            return retrying.get(() -> tryAll(method, path, body));
        } catch (FailsafeException e) {
            if (e.getCause() instanceof InterruptedException interrupted) {
                throw new InterruptException(interrupted);
            }
            throw e;
        }
    }

    private Answer tryAll(String method, String path, @Nullable String body) {
        int first = working.get();
        RegistryUnavailableException last = null;
        for (int i = 0; i < config.urls().size(); i++) {
            int at = (first + i) % config.urls().size();
            try {
                Answer answer = send(config.urls().get(at), method, path, body);
                working.set(at);
                return answer;
            } catch (RegistryUnavailableException e) {
                last = e;
            }
        }
        throw last != null ? last : new IllegalStateException("a registry has at least one address");
    }

    private Answer send(URI base, String method, String path, @Nullable String body) {
        try {
            HttpResponse<String> response = http.send(
                    request(base, method, path, body), HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
            int status = response.statusCode();
            if (status >= 500 || status == 429 || status == 408) {
                throw new RegistryUnavailableException("The schema registry at " + base + " answers " + status + ".");
            }
            return new Answer(status, JSON.readTree(response.body()));
        } catch (IOException e) {
            // Includes an answer that is no JSON: whatever listens there, it is not the registry just now.
            throw new RegistryUnavailableException("The schema registry at " + base + " cannot be reached.", e);
        } catch (InterruptedException e) {
            throw new InterruptException(e);
        }
    }

    private HttpRequest request(URI base, String method, String path, @Nullable String body) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(base + path))
                .timeout(config.readTimeout())
                .header("Accept", CONTENT_TYPE + ", application/json");
        if (config.userInfo() != null) {
            byte[] credentials = config.userInfo().getBytes(StandardCharsets.UTF_8);
            request.header("Authorization", "Basic " + Base64.getEncoder().encodeToString(credentials));
        }
        return body == null
                ? request.GET().build()
                : request.header("Content-Type", CONTENT_TYPE)
                        .method(method, HttpRequest.BodyPublishers.ofString(body))
                        .build();
    }
}
