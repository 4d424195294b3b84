package io.tributary.standalone.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import io.tributary.standalone.acceptance.ApiDocument.Operation;
import io.tributary.standalone.acceptance.HttpApi.Reply;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every operation that the server documents answers, and answers what the document says. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EveryRouteIT {
    private static final String EVENTS = "text/event-stream";
    private static final Set<String> METHODS = Set.of("GET", "POST", "PUT", "PATCH", "DELETE");
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final TestServer server = TestServer.shared();
    private final HttpApi api = new HttpApi(server.url());
    private final ApiDocument document = ApiDocument.of(api);

    @BeforeAll
    void prepare() {
        RouteSamples.prepare(api, server.cluster());
    }

    Stream<RouteSample> samples() {
        return RouteSamples.all().stream().filter(sample -> !contentType(sample).equals(EVENTS));
    }

    Stream<RouteSample> streams() {
        return RouteSamples.all().stream().filter(sample -> contentType(sample).equals(EVENTS));
    }

    Stream<String> paths() {
        return document.operations().stream().map(Operation::path).distinct();
    }

    @ParameterizedTest
    @MethodSource("samples")
    void shouldAnswerWhatIsDocumented(RouteSample sample) {
        Operation operation = document.operation(sample.operation());

        assertThat(document.requestDifferences(operation, sample.body()))
                .as(sample.body())
                .isEmpty();
        Reply reply = sample.send(api);

        assertThat(reply.status()).as(reply.text()).isEqualTo(sample.status());
        assertThat(operation.statuses()).contains(reply.status());
        String contentType = operation.contentType(reply.status());
        assertThat(reply.header("Content-Type")).startsWith(contentType);
        bodies(contentType, reply)
                .forEach(body -> assertThat(document.differences(operation, reply.status(), HttpApi.json(body)))
                        .as(body)
                        .isEmpty());
    }

    @ParameterizedTest
    @MethodSource("streams")
    void shouldConnectAndSendEvents(RouteSample sample) {
        try (EventSource events = EventSource.open(server.url().resolve(sample.target()), sample.headers())) {
            assertThat(events.status()).isEqualTo(sample.status());
            assertThat(events.contentType()).startsWith(EVENTS);
            assertThat(events.next(PATIENCE).data()).startsWith("{");
        }
    }

    @Test
    void shouldHaveASampleOfEveryAnswerThatIsNoProblem() {
        Set<String> sampled = RouteSamples.all().stream()
                .map(sample -> sample.operation() + " -> " + sample.status())
                .collect(Collectors.toCollection(TreeSet::new));
        Set<String> documented = document.operations().stream()
                .flatMap(operation -> successes(operation).map(status -> operation.name() + " -> " + status))
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(sampled)
                .as(
                        "A route that is new, or gone, or answers with another status: RouteSamples must say how to call it.")
                .isEqualTo(documented);
    }

    @Test
    void shouldRefuseAPathThatIsNotDocumented() {
        for (String path : List.of("/nothing", HttpApi.BASE + "/nothing", HttpApi.user("routes", "nothing"))) {
            Problems.assertProblem(api.get(path), 404);
        }
    }

    @ParameterizedTest
    @MethodSource("paths")
    void shouldRefuseAMethodThatIsNotDocumented(String path) {
        Set<String> documented = document.operations().stream()
                .filter(operation -> operation.path().equals(path))
                .map(Operation::method)
                .collect(Collectors.toSet());
        for (String method : METHODS) {
            if (!documented.contains(method)) {
                Reply reply = api.send(method, path.replaceAll("[{}]", ""), Map.of(), "");

                Problems.assertProblem(reply, 405);
                assertThat(reply.header("Allow").split(", ?")).contains(documented.toArray(String[]::new));
            }
        }
    }

    private String contentType(RouteSample sample) {
        return document.operation(sample.operation()).contentType(sample.status());
    }

    /** Whether a command is decided within two seconds is not the test's to say, so their 202 needs no sample. */
    private static Stream<Integer> successes(Operation operation) {
        boolean commanded =
                operation.described().at("/responses/202/content").toString().contains("CommandView");
        return operation.statuses().stream().filter(status -> status < 300 && !(status == 202 && commanded));
    }

    private static Stream<String> bodies(String contentType, Reply reply) {
        return switch (contentType) {
            case "application/json" -> Stream.of(reply.text());
            case "application/x-ndjson" -> reply.text().lines();
            default -> Stream.empty();
        };
    }
}
