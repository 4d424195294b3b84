package io.tributary.standalone.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.tributary.standalone.acceptance.ApiDocument.Operation;
import io.tributary.standalone.acceptance.HttpApi.Reply;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every operation, asked wrongly in every way that its document allows to think of, refuses with a problem that the
 * document lists and that tells nothing of the inside.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MalformedRequestIT {
    private static final String JSON = "application/json";
    private static final String TOO_LARGE = "{\"description\":\"" + "x".repeat(1 << 20) + "\"}";
    private static final String NO_TEXT = "a b";

    private final TestServer server = TestServer.shared();
    private final HttpApi api = new HttpApi(server.url());
    private final ApiDocument document = ApiDocument.of(api);

    /** A wrong request, by what is wrong with it. */
    private record Wrong(String what, RouteSample sample) {
        @Override
        public String toString() {
            return what + ": " + sample;
        }
    }

    @BeforeAll
    void prepare() {
        RouteSamples.prepare(api, server.cluster());
    }

    Stream<Wrong> wrongs() {
        Set<String> seen = new HashSet<>();
        return RouteSamples.all().stream()
                .filter(sample -> seen.add(sample.operation()))
                .flatMap(sample -> wrongs(document.operation(sample.operation()), sample).stream());
    }

    @ParameterizedTest
    @MethodSource("wrongs")
    void shouldRefuseWithADocumentedProblem(Wrong wrong) {
        RouteSample sample = wrong.sample();
        Operation operation = document.operation(sample.operation());

        Reply reply = sample.send(api);

        Problems.assertProblem(reply, sample.status());
        assertThat(operation.statuses()).contains(reply.status());
        assertThat(operation.contentType(reply.status())).isEqualTo("application/problem+json");
        assertThat(document.differences(operation, reply.status(), reply.json()))
                .as(reply.text())
                .isEmpty();
    }

    private static List<Wrong> wrongs(Operation operation, RouteSample sample) {
        List<Wrong> wrongs = new ArrayList<>();
        wrongs.add(new Wrong("unknown parameter", sample.query("nothing=1").expecting(400)));
        operation.query().forEach(parameter -> wrongs.addAll(values(parameter, sample)));
        wrongs.addAll(paths(operation, sample));
        if (JSON.equals(operation.reads())) {
            wrongs.addAll(bodies(sample));
        } else if (operation.reads() != null) {
            wrongs.add(new Wrong("other type", sample.body(JSON, "{}").expecting(415)));
        }
        if (operation.statuses().contains(412)) {
            wrongs.add(new Wrong("no tag", sample.header("If-Match", "latest").expecting(400)));
        }
        if (operation.contentType(sample.status()).equals("text/event-stream")) {
            wrongs.add(new Wrong("no place", sample.header("Last-Event-ID", "x").expecting(400)));
        }
        return wrongs;
    }

    private static List<Wrong> bodies(RouteSample sample) {
        return List.of(
                new Wrong("no body", sample.json("").expecting(400)),
                new Wrong("broken body", sample.json("{\"a\":").expecting(400)),
                new Wrong("more than one body", sample.json("{} {}").expecting(400)),
                new Wrong("null", sample.json("null").expecting(400)),
                new Wrong("wrong type", sample.json("\"text\"").expecting(400)),
                new Wrong("deep", sample.json("[".repeat(5_000)).expecting(400)),
                new Wrong(
                        "field twice",
                        sample.json("{\"amount\":1,\"amount\":1}").expecting(400)),
                new Wrong("unknown field", sample.json("{\"nothing\":1}").expecting(422)),
                new Wrong("other type", sample.body("text/csv", sample.body()).expecting(415)),
                new Wrong("too large", sample.json(TOO_LARGE).expecting(413)));
    }

    private static List<Wrong> paths(Operation operation, RouteSample sample) {
        List<Wrong> wrongs = new ArrayList<>();
        if (operation.path().contains("{user}")) {
            wrongs.add(new Wrong("me, of nobody", sample.at("user", "me").expecting(400)));
            wrongs.add(new Wrong("no user id", sample.at("user", "a%20b").expecting(422)));
            wrongs.add(
                    new Wrong("long user id", sample.at("user", "u".repeat(65)).expecting(422)));
        }
        for (String name : List.of("id", "category", "file")) {
            if (operation.path().contains("{" + name + "}")
                    && operation.statuses().contains(404)) {
                wrongs.add(
                        new Wrong("unknown " + name, sample.at(name, "UNKNOWN").expecting(404)));
            }
        }
        if (operation.path().contains("{date}")) {
            wrongs.add(new Wrong("no date", sample.at("date", "2026-02-30").expecting(400)));
        }
        return wrongs;
    }

    /** What each kind of parameter cannot be. */
    private static List<Wrong> values(JsonNode parameter, RouteSample sample) {
        String name = parameter.at("/name").asText();
        JsonNode schema = parameter.at("/schema");
        if (name.equals("user")) {
            return List.of(
                    new Wrong("nobody named", sample.query("").expecting(400)),
                    new Wrong("user=me, of nobody", sample.query("user=me").expecting(400)),
                    new Wrong("user=a b", sample.query("user=a%20b").expecting(422)));
        }
        boolean free = schema.at("/type").asText().equals("string")
                && !schema.has("enum")
                && !schema.has("format")
                && !schema.has("pattern");
        String value = free ? "x".repeat(513) : NO_TEXT;
        String query = name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8);
        return List.of(new Wrong(name, sample.query(query).expecting(400)));
    }
}
