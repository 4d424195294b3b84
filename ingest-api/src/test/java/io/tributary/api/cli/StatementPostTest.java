package io.tributary.api.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.tributary.api.config.StartupProblem;
import io.tributary.api.imports.ImportOptions;
import io.tributary.api.imports.Statement;
import io.tributary.api.imports.StatementReader;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class StatementPostTest {

    private final List<String> lines = new CopyOnWriteArrayList<>();
    private final AtomicInteger requests = new AtomicInteger();
    private HttpServer api;

    @BeforeEach
    void listen() throws IOException {
        api = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        api.start();
    }

    @AfterEach
    void stop() {
        api.stop(0);
    }

    @Test
    void shouldPostInOrderInSeveralRequestsAndSayHowFarItIs() throws Exception {
        serve(exchange -> answer(exchange, 200, accepted(exchange, -1)));
        List<Long> reached = new ArrayList<>();

        List<Statement.Row.Refused> refused = post(1_201, reached);

        assertThat(refused).isEmpty();
        assertThat(requests).hasValue(3);
        assertThat(lines).hasSize(1_201).isSortedAccordingTo((a, b) -> Integer.compare(number(a), number(b)));
        assertThat(reached).containsExactly(500L, 1_000L, 1_201L);
    }

    @Test
    void shouldReportWhatTheApiRefusesByLineOfTheFile() throws Exception {
        serve(exchange -> answer(exchange, 200, accepted(exchange, 2)));

        assertThat(post(5, new ArrayList<>()))
                .containsExactly(new Statement.Row.Refused(4, "amount.positive", "amount must be more than 0"));
    }

    @Test
    void shouldSendAgainWhatGotNoAnswer() throws Exception {
        serve(exchange -> {
            if (requests.get() == 1) {
                answer(exchange, 503, "{}");
            } else {
                answer(exchange, 200, accepted(exchange, -1));
            }
        });

        assertThat(post(3, new ArrayList<>())).isEmpty();
        assertThat(requests).hasValue(2);
    }

    @Test
    void shouldSayWhyTheApiTakesNothing() {
        serve(exchange -> answer(exchange, 401, "{\"detail\":\"Who are you?\"}"));

        assertThatThrownBy(() -> post(3, new ArrayList<>()))
                .isInstanceOf(StartupProblem.class)
                .hasMessage("The API refuses the import with status 401: Who are you?.");
        assertThat(requests).hasValue(1);
    }

    private void serve(Handling handling) {
        api.createContext("/api/v1/transactions:stream", exchange -> {
            requests.incrementAndGet();
            handling.handle(exchange);
        });
    }

    private List<Statement.Row.Refused> post(int rows, List<Long> reached) throws InterruptedException {
        String file = IntStream.rangeClosed(1, rows)
                .mapToObj(row -> "2026-11-30,row " + row + ",1.00\n")
                .collect(Collectors.joining("", "Date,Text,Amount\n", ""));
        Statement statement = StatementReader.read(
                file.getBytes(UTF_8),
                new ImportOptions("ada", null, null, "test", "EUR", ImportOptions.Reading.DETECT));
        List<Statement.Row.Refused> refused = new ArrayList<>();
        new StatementPost(
                        URI.create("http://127.0.0.1:" + api.getAddress().getPort() + "/"),
                        (done, total) -> reached.add(done))
                .send(new ImportReport(statement).entries(), refused::add);
        return refused;
    }

    private String accepted(HttpExchange exchange, int refused) throws IOException {
        List<String> posted = new String(exchange.getRequestBody().readAllBytes(), UTF_8)
                .lines()
                .toList();
        lines.addAll(posted);
        return IntStream.range(0, posted.size())
                .mapToObj(row -> row == refused
                        ? "{\"row\":" + (row + 1) + ",\"problem\":{\"status\":422,\"errors\":[{\"field\":\"amount\","
                                + "\"rule\":\"amount.positive\",\"message\":\"amount must be more than 0\"}]}}"
                        : "{\"row\":" + (row + 1) + ",\"id\":\"x\"}")
                .collect(Collectors.joining("\n", "", "\n"));
    }

    private static void answer(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(UTF_8);
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    private static int number(String line) {
        return Integer.parseInt(line.replaceAll(".*\"row (\\d+)\".*", "$1"));
    }

    /** What the API does with a request. */
    private interface Handling {
        void handle(HttpExchange exchange) throws IOException;
    }
}
