package io.tributary.standalone.acceptance;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.tributary.standalone.acceptance.HttpApi.Reply;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which values of a transaction are malformed (400), which break a rule (422, naming it), and which are fine. */
class FieldRulesIT {
    private static final String PATH = HttpApi.BASE + "/transactions";
    private static final String GOOD = """
            {"user_id":"fields","amount":"12.99","currency":"GBP","description":"TESCO STORES 3297",\
            "occurred_at":"2026-06-15T12:00:00Z"}""";
    private static final String LONG_NAME = "\"" + "n".repeat(129) + "\"";

    private final HttpApi api = new HttpApi(TestServer.shared().url());

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"amount\":NaN",
                "\"amount\":Infinity",
                "\"amount\":01",
                "\"amount\":true",
                "\"amount\":{}",
                "\"amount\":[1]",
                "\"currency\":826",
                "\"description\":5",
                "\"description\":true",
                "\"description\":[\"a\"]",
                "\"occurred_at\":1750000000",
                "\"voided\":\"true\"",
                "\"voided\":1",
                "\"source_version\":\"1\"",
                "\"source_version\":1.5",
                "\"source_version\":99999999999999999999",
                "\"mcc\":5411",
                "\"user_id\":7",
                "\"description\":\"a\tb\u0000\"",
                "'description':'x'",
                "\"description\":\"\\x\""
            })
    void shouldCallMalformedWhatHasTheWrongJsonType(String field) {
        Problems.assertProblem(api.post(PATH, with(field)), 400);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", " ", "{", "[", "null", "5", "\"\"", "{}{}", "[{}],", "\u0000", "{\"a\":1,\"a\":2}", "<a/>"})
    void shouldCallMalformedWhatIsNoJsonObject(String body) {
        Problems.assertProblem(api.post(PATH, body), 400);
    }

    @Test
    void shouldCallMalformedWhatIsNotUtf8() {
        Map<String, String> json = Map.of("Content-Type", "application/json");
        byte[] latin = GOOD.replace("TESCO", "CAF\u00c9").getBytes(ISO_8859_1);
        // A half of a surrogate pair, written as if UTF-8 had those.
        byte[] surrogate = GOOD.replace("TESCO", "\u00ed\u00a0\u0080").getBytes(ISO_8859_1);
        Problems.assertProblem(api.send("POST", PATH, json, latin), 400);
        Problems.assertProblem(api.send("POST", PATH, json, surrogate), 400);
        assertThat(api.send(
                                "POST",
                                PATH,
                                json,
                                GOOD.replace("TESCO", "CAF\u00c9").getBytes(UTF_8))
                        .status())
                .isEqualTo(202);
    }

    static Stream<Arguments> broken() {
        return Stream.of(
                broken("amount", "\"NaN\"", "amount.number"),
                broken("amount", "\"\"", "amount.number"),
                broken("amount", "\"1,50\"", "amount.number"),
                broken("amount", "\"0x10\"", "amount.number"),
                broken("amount", "\"\u0661\u0662\"", "amount.number"),
                broken("amount", "\"1.234\"", "amount.decimals"),
                broken("amount", "1.234", "amount.decimals"),
                broken("amount", "0", "amount.positive"),
                broken("amount", "\"-5\"", "amount.positive"),
                broken("amount", "-5.00", "amount.positive"),
                broken("amount", "\"10000000000000.01\"", "amount.max"),
                broken("amount", "1e300", "amount.max"),
                broken("amount", "1e999999999", "amount.max"),
                broken("amount", "null", "amount.required"),
                broken("currency", "\"XYZ\"", "currency.iso4217"),
                broken("currency", "\"gbp\"", "currency.iso4217"),
                broken("currency", "\"DEM\"", "currency.iso4217"),
                broken("currency", "\"XAU\"", "currency.iso4217"),
                broken("currency", "\"\"", "currency.iso4217"),
                broken("currency", "null", "currency.required"),
                broken("description", "\"a\\u0000b\"", "description.characters"),
                broken("description", "\"\\ud83d\"", "description.characters"),
                broken("description", "\"\\ude00 a\"", "description.characters"),
                broken("description", "\"" + "d".repeat(513) + "\"", "description.length"),
                broken("description", "\"\"", "description.length"),
                broken("description", "null", "description.length"),
                broken("occurred_at", "\"9999-12-31T23:59:59Z\"", "occurred_at.max"),
                broken("occurred_at", "\"9999-12-31\"", "occurred_on.max"),
                broken("occurred_at", "\"1969-12-31\"", "occurred_on.min"),
                broken("occurred_at", "\"1969-12-31T23:59:59Z\"", "occurred_at.min"),
                broken("occurred_at", "\"2026-02-30\"", "occurred_at.format"),
                broken("occurred_at", "\"+999999999-01-01T00:00:00Z\"", "occurred_at.max"),
                broken("occurred_at", "\"2026-06-15T12:00:00\"", "occurred_at.format"),
                broken("occurred_at", "\"yesterday\"", "occurred_at.format"),
                broken("occurred_at", "null", "occurred_at.one"),
                broken("direction", "\"SIDEWAYS\"", "direction.known"),
                broken("direction", "\"UNKNOWN\"", "direction.known"),
                broken("status", "\"LOST\"", "status.known"),
                broken("account_kind", "\"PIGGY\"", "account_kind.known"),
                broken("mcc", "\"541\"", "mcc.format"),
                broken("mcc", "\"54\\u0661\\u0661\"", "mcc.format"),
                broken("id", "\"a b\"", "id.format"),
                broken("id", "\"\"", "id.format"),
                broken("id", "\"" + "i".repeat(65) + "\"", "id.format"),
                broken("idempotency_key", "\"\"", "idempotency_key.format"),
                broken("idempotency_key", "\"\\ud800\"", "idempotency_key.format"),
                broken("user_id", "\"a/b\"", "user_id.format"),
                broken("user_id", "null", "user_id.required"),
                broken("account_id", LONG_NAME, "account_id.format"),
                broken("merchant_name", LONG_NAME, "merchant_name.format"),
                broken("merchant_name", "\"a\\u0007\"", "merchant_name.format"),
                broken("source", LONG_NAME, "source.format"),
                broken("source_version", "-1", "source_version.min"),
                broken("nothing", "1", "field.unknown"));
    }

    @ParameterizedTest
    @MethodSource("broken")
    void shouldNameTheFieldAndTheRule(String field, String value, String rule) {
        Reply reply = api.post(PATH, with("\"" + field + "\":" + value));

        Problems.assertRule(reply, field, rule);
        assertThat(reply.json().at("/errors").findValuesAsText("field")).containsOnly(field);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"amount\":12.99",
                "\"amount\":\"10000000000000.00\"",
                "\"amount\":1.50e1",
                "\"amount\":0.01",
                "\"description\":\"\\ud83d\\ude00\"",
                "\"description\":\"a\\tb\\nc\"",
                "\"occurred_at\":\"1970-01-01\"",
                "\"occurred_at\":\"2026-06-15T12:00:00.123+02:00\"",
                "\"direction\":\"INFLOW\"",
                "\"status\":\"PENDING\"",
                "\"account_kind\":\"SAVINGS\"",
                "\"id\":\"A-z.0_9:-\"",
                "\"merchant_name\":null"
            })
    void shouldTakeWhatKeepsTheRules(String field) {
        Reply reply = api.post(PATH + "?wait=true", with(field));

        assertThat(reply.status()).as(reply.text()).isIn(200, 201);
    }

    @Test
    void shouldReadAnAmountWrittenAsANumberExactly() {
        Reply text = api.post(PATH + "?wait=true", with("\"amount\":\"90071992547.93\""));
        Reply number = api.post(PATH + "?wait=true", with("\"amount\":90071992547.93"));

        assertThat(text.json().at("/amount")).isEqualTo(number.json().at("/amount"));
        assertThat(number.json().at("/amount/amount").asText()).isEqualTo("90071992547.93");
    }

    private static Arguments broken(String field, String value, String rule) {
        return Arguments.of(field, value, rule);
    }

    /** The good transaction with a field put in the place of its own. */
    private static String with(String field) {
        String name = field.substring(0, field.indexOf(':') + 1);
        String others = GOOD.replaceFirst("," + name + "\"[^\"]*\"", "").replaceFirst(name + "\"[^\"]*\",", "");
        return others.replaceFirst("\\{", java.util.regex.Matcher.quoteReplacement("{" + field + ","));
    }

    @Test
    void shouldNameTheFieldsOfARuleAsTheClientDid() {
        Reply refused =
                api.post(HttpApi.BASE + "/users/fields/rules", "{\"merchant\":\"No Key\",\"category\":\"NOTHING\"}");

        Problems.assertProblem(refused, 422);
        assertThat(refused.json().get("errors").findValuesAsText("field"))
                .containsExactlyInAnyOrder("merchant", "category");
        assertThat(refused.text()).doesNotContain("merchant_key", "set_category");
    }

    @Test
    void shouldSpeakOfTheDateThatTheClientSent() {
        Reply refused = api.post(PATH, GOOD.replace("2026-06-15T12:00:00Z", "9999-12-31"));

        Problems.assertProblem(refused, 422);
        assertThat(refused.json().get("errors").findValuesAsText("message"))
                .allSatisfy(message -> assertThat(message).startsWith("occurred_at"));
    }

    @Test
    void shouldTakeAnAmountAloneInTheTransactionsCurrency() {
        String id = api.post(PATH + "?wait=true", GOOD).json().get("id").asText();

        Reply amended = api.send(
                "PATCH",
                PATH + "/" + id + "?user=fields",
                Map.of("Content-Type", "application/json"),
                "{\"amount\":\"7.50\"}".getBytes(UTF_8));

        assertThat(amended.status()).isEqualTo(200);
        assertThat(amended.json().get("amount").get("amount").asText()).isEqualTo("7.50");
        assertThat(amended.json().get("amount").get("currency").asText()).isEqualTo("GBP");
    }

    @Test
    void shouldRefuseAPageThatLeadsNowhere() {
        String page = HttpApi.BASE + "/users/fields/transactions";
        Problems.assertProblem(api.get(page + "?cursor=xxx"), 400);
        Problems.assertProblem(api.get(page + "?from=2026-02-01&to=2026-01-01"), 422);
    }
}
