package io.tributary.standalone.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.tributary.standalone.acceptance.HttpApi.Reply;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What clients may rely on when they write: versions, idempotency, lists that are all or nothing, limits. */
class ContractIT {
    private static final String USER = "contract";
    private static final String TRANSACTIONS = HttpApi.BASE + "/transactions";
    private static final String JSON = "application/json";
    private static final int MOST_ROWS = 1_000;
    private static final int LARGEST_BODY = 1 << 20;

    private final HttpApi api = new HttpApi(TestServer.shared().url());

    @Test
    void shouldChangeOnlyTheVersionThatTheClientHasSeen() {
        Reply created = api.post(TRANSACTIONS + "?wait=true", transaction("versioned", "10.00"));
        assertThat(created.status()).as(created.text()).isEqualTo(201);
        String first = read("versioned").header("ETag");
        assertThat(first).isEqualTo(created.header("ETag")).isEqualTo("\"1\"");

        Reply changed = change("PATCH", "versioned", first, "{\"description\":\"LIDL\"}");
        assertThat(changed.status()).as(changed.text()).isEqualTo(200);
        assertThat(changed.json().at("/description").asText()).isEqualTo("LIDL");
        assertThat(changed.header("ETag")).isEqualTo("\"2\"");

        Problems.assertProblem(change("PATCH", "versioned", first, "{\"description\":\"ALDI\"}"), 412);
        Problems.assertProblem(change("DELETE", "versioned", first, ""), 412);
        Problems.assertProblem(change("POST", "versioned/category", first, "{\"category\":\"TRAVEL\"}"), 412);
        Reply now = read("versioned");
        assertThat(now.header("ETag")).isEqualTo("\"2\"");
        assertThat(now.json().at("/description").asText()).isEqualTo("LIDL");
        assertThat(now.json().at("/voided").asBoolean()).isFalse();

        Reply removed = change("DELETE", "versioned", "\"2\"", "");
        assertThat(removed.status()).as(removed.text()).isEqualTo(200);
        assertThat(removed.json().at("/voided").asBoolean()).isTrue();
        assertThat(read("versioned").json().at("/voided").asBoolean()).isTrue();
    }

    @Test
    void shouldFindNothingWhereNothingIs() {
        Problems.assertProblem(read("nowhere"), 404);
        Problems.assertProblem(change("PATCH", "nowhere", "*", "{\"description\":\"LIDL\"}"), 404);
        Problems.assertProblem(change("DELETE", "nowhere", "*", ""), 404);
        Problems.assertProblem(change("POST", "nowhere/category", "*", "{\"category\":\"TRAVEL\"}"), 404);
        Problems.assertProblem(api.get(HttpApi.BASE + "/commands/nowhere?user=" + USER), 404);
    }

    @Test
    void shouldReplayAnIdempotencyKeyAndRefuseOtherContentUnderIt() {
        String fact = transaction(null, "21.50");

        Reply first = keyed("key-1", fact);
        Reply again = keyed("key-1", fact);
        Reply other = keyed("key-1", transaction(null, "99.00"));

        assertThat(first.status()).as(first.text()).isEqualTo(201);
        assertThat(first.header("Idempotent-Replayed")).isEmpty();
        assertThat(again.status()).as(again.text()).isEqualTo(200);
        assertThat(again.header("Idempotent-Replayed")).isEqualTo("true");
        assertThat(again.json()).isEqualTo(first.json());
        Problems.assertProblem(other, 422);
        assertThat(other.json().at("/type").asText()).isEqualTo("urn:tributary:problem:key-reused");
        assertThat(read(first.json().at("/id").asText())
                        .json()
                        .at("/amount/amount")
                        .asText())
                .isEqualTo("21.50");
    }

    @Test
    void shouldDecideTheKeysOfAListRowByRow() {
        String one = withKey("list-1", "1.00");
        assertThat(api.post(TRANSACTIONS + "?wait=true", "[" + one + "]").status())
                .isEqualTo(200);

        Reply reply = api.post(
                TRANSACTIONS + "?wait=true", list(List.of(one, withKey("list-1", "2.00"), withKey("list-2", "3.00"))));

        assertThat(reply.status()).as(reply.text()).isEqualTo(200);
        JsonNode rows = reply.json().at("/accepted");
        assertThat(rows)
                .extracting(row -> row.at("/status").asText())
                .containsExactly("replayed", "refused", "created");
        assertThat(rows.at("/1/problem/status").asInt()).isEqualTo(422);
        assertThat(rows.at("/2/transaction/amount/amount").asText()).isEqualTo("3.00");
        Reply headed = api.send(
                "POST", TRANSACTIONS, Map.of("Content-Type", JSON, "Idempotency-Key", "k"), list(List.of(one)));
        Problems.assertRule(headed, "idempotency_key", "idempotency_key.row");
    }

    @Test
    void shouldTakeAListAsAWholeOrNotAtAll() {
        String user = "contract-list";
        List<String> rows = IntStream.range(0, MOST_ROWS)
                .mapToObj(row -> transaction(user, "r" + row, row == 500 || row == 999 ? "0" : "1.25"))
                .toList();

        Reply refused = api.post(TRANSACTIONS, list(rows));

        Problems.assertProblem(refused, 422);
        assertThat(refused.json().at("/errors"))
                .extracting(error -> error.at("/index").asInt())
                .containsExactly(500, 999);
        assertThat(refused.json().at("/errors/0/field").asText()).isEqualTo("amount");
        assertThat(count(user)).isZero();

        List<String> good =
                rows.stream().map(row -> row.replace("\"0\"", "\"1.25\"")).toList();
        Reply accepted = api.post(TRANSACTIONS + "?wait=true", list(good));
        assertThat(accepted.status()).as(accepted.text()).isEqualTo(200);
        assertThat(accepted.json().at("/accepted"))
                .extracting(row -> row.at("/id").asText())
                .containsExactlyElementsOf(
                        IntStream.range(0, MOST_ROWS).mapToObj(row -> "r" + row).toList());
        JsonNode sum = api.get(
                        HttpApi.user(user, "aggregates?by=month&from=2026-06-01&to=2026-06-30"), accepted.position())
                .json()
                .at("/rows/0");
        assertThat(sum.at("/count").asInt()).isEqualTo(MOST_ROWS);
        assertThat(new BigDecimal(sum.at("/outflow/amount").asText())).isEqualByComparingTo("1250.00");
    }

    @Test
    void shouldLimitTheRowsOfAList() {
        List<String> rows = IntStream.rangeClosed(0, MOST_ROWS)
                .mapToObj(row -> transaction("m" + row, "1"))
                .toList();
        Problems.assertRule(api.post(TRANSACTIONS, list(rows)), "body", "body.rows");
        Problems.assertRule(api.post(TRANSACTIONS, "[]"), "body", "body.rows");
        Problems.assertProblem(api.post(TRANSACTIONS, "[null]"), 400);
    }

    @Test
    void shouldTakeABodyOfOneMebibyteAndNoByteMore() {
        String small = transaction("largest", "1.00");
        String largest = small + " ".repeat(LARGEST_BODY - small.length());

        assertThat(api.post(TRANSACTIONS, largest).status()).isEqualTo(202);
        Problems.assertProblem(api.post(TRANSACTIONS, largest + " "), 413);
        Problems.assertProblem(api.post(TRANSACTIONS, small + " ".repeat(10_000_000)), 413);
    }

    @Test
    void shouldReadJsonOnly() {
        String fact = transaction("typed", "1.00");
        Problems.assertProblem(api.post(TRANSACTIONS, "text/plain", fact), 415);
        Problems.assertProblem(api.post(TRANSACTIONS, "application/x-www-form-urlencoded", fact), 415);
        assertThat(api.post(TRANSACTIONS, "Application/JSON; charset=UTF-8", fact)
                        .status())
                .isEqualTo(202);
        assertThat(api.send("POST", TRANSACTIONS, Map.of(), fact).status()).isEqualTo(202);
    }

    @Test
    void shouldTellWhereEachWriteIs() {
        Reply first = api.post(TRANSACTIONS, transaction("positioned", "1.00"));

        assertThat(first.position())
                .isNotEmpty()
                .isEqualTo(first.json().at("/position").asText());
        assertThat(api.get(HttpApi.user(USER, "transactions/positioned"), first.position())
                        .status())
                .isEqualTo(200);
        Problems.assertProblem(api.get(HttpApi.user(USER, "transactions/positioned"), "not-a-token"), 400);
    }

    @Test
    void shouldHaveNobodyForMeWhereTheCallerIsAService() {
        Problems.assertProblem(api.get(HttpApi.user("me", "summary")), 400);
        Problems.assertProblem(api.get(TRANSACTIONS + "/versioned"), 400);
        Problems.assertProblem(api.post(TRANSACTIONS, transaction("me", "mine", "1.00")), 400);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "summary",
                "transactions",
                "aggregates?by=day",
                "aggregates?by=merchant",
                "insights",
                "rules",
                "profile",
                "dashboard",
                "kpis/income",
                "kpis/expenses",
                "kpis/cashflow",
                "kpis/savings-rate",
                "kpis/rolling"
            })
    void shouldAnswerZerosAndEmptyListsForAUserNobodyHasHeardOf(String figure) {
        Reply reply = api.get(HttpApi.user("nobody-has-heard-of", figure));

        assertThat(reply.status()).as(reply.text()).isEqualTo(200);
        assertThat(reply.json().findValuesAsText("transaction_count")).allMatch("0"::equals);
        assertThat(reply.json().findValues("amount"))
                .allMatch(amount ->
                        amount.decimalValue().signum() == 0 || new BigDecimal(amount.asText("0")).signum() == 0);
        for (String list : List.of("transactions", "rows", "insights", "rules", "category_breakdown")) {
            assertThat(reply.json().path(list)).as(list).isEmpty();
        }
    }

    @Test
    void shouldCountExactlyTwelveMonthsForAUserNobodyHasHeardOf() {
        JsonNode series =
                api.get(HttpApi.user("nobody-has-heard-of", "kpis/income")).json();
        assertThat(series.at("/months")).hasSize(12);
        assertThat(series.at("/months"))
                .extracting(month -> month.at("/total_income/amount").asText())
                .containsOnly("0.00");
    }

    private Reply read(String id) {
        return api.get(HttpApi.user(USER, "transactions/" + id));
    }

    private Reply change(String method, String path, String tag, String body) {
        String target = TRANSACTIONS + "/" + path + "?user=" + USER;
        return api.send(method, target, Map.of("Content-Type", JSON, "If-Match", tag), body);
    }

    private Reply keyed(String key, String body) {
        return api.send("POST", TRANSACTIONS, Map.of("Content-Type", JSON, "Idempotency-Key", key), body);
    }

    private int count(String user) {
        return api.get(HttpApi.user(user, "transactions"))
                .json()
                .at("/transactions")
                .size();
    }

    private static String list(List<String> rows) {
        return "[" + String.join(",", rows) + "]";
    }

    private static String withKey(String key, String amount) {
        return transaction(null, amount).replaceFirst("\\{", "{\"idempotency_key\":\"" + key + "\",");
    }

    private static String transaction(@org.jspecify.annotations.Nullable String id, String amount) {
        String fact = transaction(USER, "-", amount);
        return id == null ? fact.replace("\"id\":\"-\",", "") : fact.replace("\"id\":\"-\"", "\"id\":\"" + id + "\"");
    }

    private static String transaction(String user, String id, String amount) {
        return """
                {"user_id":"%s","id":"%s","amount":"%s","currency":"GBP","description":"TESCO STORES 3297",\
                "occurred_at":"2026-06-15T12:00:00Z"}""".formatted(user, id, amount);
    }
}
