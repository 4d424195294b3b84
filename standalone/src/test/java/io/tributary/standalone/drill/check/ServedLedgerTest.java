package io.tributary.standalone.drill.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.tributary.standalone.drill.StandIn;
import io.tributary.standalone.drill.load.Api;
import io.tributary.standalone.drill.oracle.Content;
import io.tributary.standalone.drill.oracle.Findings;
import io.tributary.standalone.drill.oracle.Oracle;
import io.tributary.standalone.drill.oracle.StatementLine;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is wrong is found. */
class ServedLedgerTest {
    private static final String USER = "anna";
    private static final LocalDate DAY = LocalDate.of(2026, 11, 30);
    private static final String RIGHT = row("t1", "12.50");

    private final Findings findings = new Findings();
    private final Oracle oracle =
            new Oracle(List.of(new StatementLine("SHOP", false, "FOOD_GROCERIES", "FOOD", "shop")), Map.of());
    private StandIn api = new StandIn();

    ServedLedgerTest() throws IOException {}

    @BeforeEach
    void sendOne() {
        oracle.fact(USER, "t1", 1, new Content(1_250, "EUR", 0, DAY, null, false));
        api.answering("/users/anna/aggregates?by=month", sums("2026-11", "12.50", 1))
                .answering("/users/anna/aggregates?by=category", sums("FOOD", "12.50", 1))
                .answering("/users/anna/summary", """
                        {"since":"2026-11-01","until":"2026-11-30","by_currency":{"EUR":{"transaction_count":1,\
                        "total_income":{"amount":"0.00"},"total_expenses":{"amount":"12.50"}}}}""");
    }

    @AfterEach
    void stop() {
        api.close();
    }

    @Test
    void shouldFindNothingWhereAllIsAsExpected() throws InterruptedException {
        check(RIGHT);

        assertThat(findings.sentences()).isEmpty();
    }

    @Test
    void shouldFindWhatIsLost() throws InterruptedException {
        check("");

        assertThat(findings.sentences())
                .singleElement()
                .asString()
                .contains("t1")
                .contains("lost");
    }

    @Test
    void shouldFindWhatIsDoubled() throws InterruptedException {
        check(RIGHT + "," + RIGHT);

        assertThat(findings.sentences()).singleElement().asString().contains("twice");
    }

    @Test
    void shouldFindWhatNobodySent() throws InterruptedException {
        check(RIGHT + "," + row("t2", "1.00"));

        assertThat(findings.sentences())
                .singleElement()
                .asString()
                .contains("t2")
                .contains("nobody");
    }

    @Test
    void shouldFindAnotherAmount() throws InterruptedException {
        check(row("t1", "12.51"));

        assertThat(findings.sentences())
                .singleElement()
                .asString()
                .contains("1250")
                .contains("1251");
    }

    @Test
    void shouldFindSumsOfWhatIsNotThere() throws InterruptedException {
        api.answering("/users/anna/aggregates?by=month", sums("2026-11", "25.00", 2));

        check(RIGHT);

        assertThat(findings.sentences())
                .singleElement()
                .asString()
                .contains("month")
                .contains("2500");
    }

    private void check(String rows) throws InterruptedException {
        api.answering("/users/anna/transactions", "{\"transactions\":[" + rows + "]}");
        new ServedLedger(new Api(api.url()), oracle, findings, DAY).check(USER);
    }

    private static String row(String id, String amount) {
        return """
                {"id":"%s","amount":{"amount":"%s","currency":"EUR"},"direction":"OUTFLOW","description":"SHOP",\
                "occurred_at":"2026-11-30","local_day":"2026-11-30","voided":false,\
                "category_detail":"FOOD_GROCERIES"}""".formatted(id, amount);
    }

    private static String sums(String key, String outflow, int count) {
        return """
                {"rows":[{"key":"%s","currency":"EUR","inflow":{"amount":"0.00"},"outflow":{"amount":"%s"},\
                "count":%d}]}""".formatted(key, outflow, count);
    }
}
