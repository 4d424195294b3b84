package io.tributary.standalone.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.tributary.standalone.acceptance.HttpApi.Reply;
import java.util.regex.Pattern;

/** What every refusal must be like. */
final class Problems {
    private static final Pattern INTERNAL = Pattern.compile(
            "exception|throwable|stack|javalin|jetty|jackson|fasterxml|kafka|rocksdb|avro|io\\.tributary|java\\.|\\bat [a-z]+\\.",
            Pattern.CASE_INSENSITIVE);

    private Problems() {}

    /** The refusal has the status and tells nothing of what the server is made of. */
    static void assertProblem(Reply reply, int status) {
        assertThat(reply.status()).as(reply.text()).isEqualTo(status);
        assertThat(reply.header("Content-Type")).startsWith("application/problem+json");
        JsonNode problem = reply.json();
        assertThat(problem.at("/type").asText()).startsWith("urn:tributary:problem:");
        assertThat(problem.at("/status").asInt()).isEqualTo(status);
        assertThat(problem.at("/title").asText()).isNotEmpty();
        assertThat(problem.at("/detail").asText()).isNotEmpty();
        assertThat(reply.text()).doesNotContainPattern(INTERNAL);
    }

    /** It names the field and the rule. */
    static void assertRule(Reply reply, String field, String rule) {
        assertProblem(reply, 422);
        assertThat(reply.json().at("/errors")).as(reply.text()).anySatisfy(error -> {
            assertThat(error.at("/field").asText()).isEqualTo(field);
            assertThat(error.at("/rule").asText()).isEqualTo(rule);
            assertThat(error.at("/message").asText()).isNotEmpty();
        });
    }
}
