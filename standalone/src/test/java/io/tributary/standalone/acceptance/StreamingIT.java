package io.tributary.standalone.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.tributary.standalone.acceptance.HttpApi.Reply;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** Transactions come in by the line; a bad one is answered and stops no other. */
class StreamingIT {
    private static final int ROWS = 5_000;
    private static final int BAD_EVERY = 250;
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final List<String> BAD_LINES = List.of(
            "{\"user_id\":",
            "[]",
            "nonsense",
            "{\"user_id\":\"streamer\"}",
            "{\"user_id\":\"streamer\",\"amount\":\"-1\",\"currency\":\"GBP\",\"description\":\"A\","
                    + "\"occurred_at\":\"2026-06-15\"}",
            "\"" + "x".repeat((1 << 20) + 1) + "\"");

    private final HttpApi api = new HttpApi(TestServer.shared().url());

    @Test
    void shouldAnswerALinePerRowAndBookTheGoodOnes() {
        String user = "streamer";
        String lines = String.join(
                "\n", IntStream.range(0, ROWS).mapToObj(StreamingIT::line).toList());

        Reply reply = api.post(HttpApi.BASE + "/transactions:stream", "application/x-ndjson", lines);

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.header("Content-Type")).startsWith("application/x-ndjson");
        List<JsonNode> answers = reply.text().lines().map(HttpApi::json).toList();
        assertThat(answers).hasSize(ROWS);
        IntStream.range(0, ROWS).forEach(row -> assertAnswer(row, answers.get(row)));
        List<Integer> good =
                IntStream.range(0, ROWS).filter(row -> !isBad(row)).boxed().toList();
        awaitCount(user, good.size());
        JsonNode sum = aggregate(user);
        BigDecimal expected = good.stream().map(StreamingIT::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
        assertThat(new BigDecimal(sum.at("/outflow/amount").asText())).isEqualByComparingTo(expected);
    }

    private static void assertAnswer(int row, JsonNode answer) {
        assertThat(answer.at("/row").asInt()).isEqualTo(row + 1);
        if (isBad(row)) {
            assertThat(answer.has("id")).isFalse();
            assertThat(answer.at("/problem/status").asInt()).isIn(400, 413, 422);
        } else {
            assertThat(answer.at("/id").asText()).isEqualTo("s" + row);
            assertThat(answer.has("problem")).as(answer.toString()).isFalse();
        }
    }

    private void awaitCount(String user, int count) {
        Awaitility.await("all good rows")
                .atMost(PATIENCE)
                .until(() -> aggregate(user).at("/count").asInt() == count);
    }

    private JsonNode aggregate(String user) {
        JsonNode rows = api.get(HttpApi.user(user, "aggregates?by=category&from=2026-06-01&to=2026-06-30"))
                .json()
                .at("/rows");
        return rows.path(0);
    }

    private static boolean isBad(int row) {
        return row % BAD_EVERY == BAD_EVERY / 2;
    }

    private static BigDecimal amount(int row) {
        return BigDecimal.valueOf(100 + row, 2);
    }

    private static String line(int row) {
        return isBad(row)
                ? BAD_LINES.get(row / BAD_EVERY % BAD_LINES.size())
                : transaction("streamer", "s" + row, amount(row).toString(), "2026-06-15");
    }

    private static String transaction(String user, String id, String amount, String at) {
        return """
                {"user_id":"%s","id":"%s","amount":"%s","currency":"GBP","description":"TESCO STORES 3297",\
                "occurred_at":"%s"}""".formatted(user, id, amount, at);
    }
}
