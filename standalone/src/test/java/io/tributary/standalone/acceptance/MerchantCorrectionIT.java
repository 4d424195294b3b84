package io.tributary.standalone.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.tributary.standalone.acceptance.HttpApi.Reply;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** A user corrects the category of a merchant with a long history: all of it follows while life goes on. */
class MerchantCorrectionIT {
    private static final String USER = "corrector";
    private static final int ROWS = 20_000;
    private static final LocalDate FIRST = LocalDate.of(2025, 1, 1);
    private static final int DAYS = 500;
    private static final String CORRECTED = "ENTERTAINMENT";
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final HttpApi api = new HttpApi(TestServer.shared().url());
    private final List<Fact> facts = new ArrayList<>();

    /** What was posted. */
    private record Fact(String id, LocalDate day, BigDecimal amount) {
        static Fact number(String prefix, int number) {
            BigDecimal amount = BigDecimal.valueOf(100 + number % 997, 2);
            return new Fact(prefix + number, FIRST.plusDays(number % DAYS), amount);
        }

        String json() {
            return """
                    {"user_id":"%s","id":"%s","amount":"%s","currency":"GBP","description":"TESCO STORES 3297",\
                    "occurred_at":"%s"}""".formatted(USER, id, amount, day);
        }
    }

    /** Count and sum of a row of aggregates. */
    private record Sum(long count, BigDecimal outflow) {
        Sum plus(Sum other) {
            return new Sum(count + other.count, outflow.add(other.outflow));
        }
    }

    @Test
    void shouldRestateEveryRowAndTotalWhileFactsArrive() {
        postHistory();
        assertThat(aggregates("category")).containsExactly(Map.entry("FOOD_AND_DRINK", total()));

        Reply correction = api.post(
                HttpApi.BASE + "/transactions/h0/category?user=" + USER,
                "{\"category\":\"" + CORRECTED + "\",\"apply_to\":\"merchant\"}");
        assertThat(correction.status()).as(correction.text()).isIn(200, 202);
        List<JsonNode> seen = goOnWhileRestating(correction.position());

        assertThat(seen).as("answers that said so").isNotEmpty().allSatisfy(restating -> {
            assertThat(restating.at("/total").asLong()).isGreaterThanOrEqualTo(ROWS);
            assertThat(restating.at("/done").asLong())
                    .isBetween(0L, restating.at("/total").asLong());
        });
        assertThat(facts).as("facts that came meanwhile").hasSizeGreaterThan(ROWS);
        assertThat(aggregates("category")).containsExactly(Map.entry(CORRECTED, total()));
        assertThat(aggregates("month")).isEqualTo(months());
        assertThat(aggregates("merchant")).hasSize(1).containsValue(total());
        assertThat(listed(CORRECTED)).isEqualTo(facts.size());
        assertThat(listed("FOOD_AND_DRINK")).isZero();
    }

    private void postHistory() {
        IntStream.range(0, ROWS).mapToObj(number -> Fact.number("h", number)).forEach(facts::add);
        StringBuilder lines = new StringBuilder();
        facts.forEach(fact -> lines.append(fact.json()).append('\n'));
        Reply reply = api.post(HttpApi.BASE + "/transactions:stream", "application/x-ndjson", lines.toString());
        assertThat(reply.status()).as(reply.text()).isEqualTo(200);
        assertThat(reply.text().lines()).hasSize(ROWS).noneMatch(line -> line.contains("problem"));
        await("h" + (ROWS - 1));
    }

    /** Posts facts until no answer says any more that history is being restated; what the answers said. */
    private List<JsonNode> goOnWhileRestating(String position) {
        List<JsonNode> seen = new ArrayList<>();
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        for (int number = 0; System.nanoTime() < deadline; number++) {
            JsonNode answer = api.get(HttpApi.user(USER, "aggregates?by=category" + range()), position)
                    .json();
            if (!answer.has("restating")) {
                await(facts.get(facts.size() - 1).id());
                return seen;
            }
            seen.add(answer.get("restating"));
            Fact fact = Fact.number("n", number);
            assertThat(api.post(HttpApi.BASE + "/transactions", fact.json()).status())
                    .isEqualTo(202);
            facts.add(fact);
        }
        throw new AssertionError("still restating: " + seen.get(seen.size() - 1));
    }

    private void await(String id) {
        Awaitility.await(id)
                .atMost(PATIENCE)
                .until(() -> api.get(HttpApi.user(USER, "transactions/" + id)).status() == 200);
    }

    /** All pages of it; a key may go on on the next page. */
    private Map<String, Sum> aggregates(String by) {
        Map<String, Sum> rows = new TreeMap<>();
        for (JsonNode page : pages("aggregates?by=" + by + range())) {
            for (JsonNode row : page.at("/rows")) {
                BigDecimal outflow = new BigDecimal(row.at("/outflow/amount").asText());
                rows.merge(row.at("/key").asText(), new Sum(row.at("/count").asLong(), outflow), Sum::plus);
            }
        }
        return rows;
    }

    private static String range() {
        return "&from=" + FIRST + "&to=" + FIRST.plusDays(DAYS);
    }

    private int listed(String category) {
        return pages("transactions?limit=500&category=" + category).stream()
                .mapToInt(page -> page.at("/transactions").size())
                .sum();
    }

    private List<JsonNode> pages(String query) {
        List<JsonNode> pages = new ArrayList<>();
        String cursor = "";
        do {
            Reply reply = api.get(HttpApi.user(USER, query + cursor));
            assertThat(reply.status()).as(reply.text()).isEqualTo(200);
            JsonNode page = reply.json();
            pages.add(page);
            cursor = page.has("next") ? "&cursor=" + page.get("next").asText() : "";
        } while (!cursor.isEmpty());
        return pages;
    }

    private Sum total() {
        return new Sum(facts.size(), facts.stream().map(Fact::amount).reduce(BigDecimal.ZERO, BigDecimal::add));
    }

    private Map<String, Sum> months() {
        Map<String, Sum> months = new TreeMap<>();
        for (Fact fact : facts) {
            String month = fact.day().toString().substring(0, 7);
            months.merge(month, new Sum(1, fact.amount()), Sum::plus);
        }
        return months;
    }
}
