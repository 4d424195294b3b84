package io.tributary.api.figures;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tributary.api.json.Json;
import io.tributary.api.route.OpenApi;
import io.tributary.avro.Bucket;
import io.tributary.topologies.totals.TotalsView;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FigureRoutesTest {

    private final FiguresFixture figures = new FiguresFixture();

    @AfterEach
    void stop() {
        figures.close();
    }

    @Test
    void shouldSayThatTotalsByMerchantAreIncompleteAndNoOthers() {
        assertThat(figures.get("aggregates?by=merchant").has("degraded")).isFalse();

        figures.marked("merchant");

        assertThat(figures.get("aggregates?by=merchant").at("/degraded")).isEqualTo(json("[\"merchant\"]"));
        assertThat(figures.get("aggregates?by=day").has("degraded")).isFalse();
    }

    @Test
    void shouldSumUpTheLastDaysByCategoryAndCurrency() {
        figures.out("2026-11-15", "12.00", "GBP");
        figures.out("2026-10-17", "3.00", "GBP");
        figures.out("2026-10-16", "1000.00", "GBP");
        figures.book("2026-11-14", "2.00", "GBP", "FOOD_AND_DRINK_RESTAURANT", Bucket.WANT, true);
        figures.book("2026-11-13", "77.00", "GBP", "TRANSFER_OUT_ACCOUNT_TRANSFER", Bucket.NEUTRAL, false);
        figures.income("2026-11-01", "2000.00", "GBP");

        JsonNode summary = figures.get("summary?days=30");

        assertThat(summary.at("/since").asText()).isEqualTo("2026-10-17");
        assertThat(summary.at("/base_assumed").asBoolean()).isFalse();
        assertThat(summary.at("/totals")).isEqualTo(json("""
                {"FOOD_AND_DRINK": {"amount": "13.00", "currency": "GBP"}}"""));
        assertThat(summary.at("/by_currency")).isEqualTo(json("""
                {"GBP": {
                    "total_income": {"amount": "2000.00", "currency": "GBP"},
                    "total_expenses": {"amount": "13.00", "currency": "GBP"},
                    "transaction_count": 4,
                    "totals": {"FOOD_AND_DRINK": {"amount": "13.00", "currency": "GBP"}}}}"""));
    }

    @Test
    void shouldConvertToTheBaseCurrencyAndSayWhatIsMissing() {
        figures.rates().put(LocalDate.of(2026, 11, 13), "EUR", Map.of("GBP", new BigDecimal("0.88")));
        figures.out("2026-11-14", "8.80", "GBP");
        figures.out("2026-11-14", "1.00", "EUR");
        figures.out("2026-11-12", "5.00", "USD");

        JsonNode dashboard = figures.get("dashboard");

        assertThat(dashboard.at("/currency").asText()).isEqualTo("EUR");
        assertThat(dashboard.at("/base_assumed").asBoolean()).isTrue();
        assertThat(dashboard.at("/total_expenses")).isEqualTo(money("11.00"));
        assertThat(dashboard.at("/missing_rates")).isEqualTo(json("""
                [{"currency": "USD", "from": "2026-11-12", "to": "2026-11-12"}]"""));
    }

    @Test
    void shouldTakeTheOnlyCurrencyOfTheLastTwoYearsForTheBaseHoweverLongTheHistory() {
        figures.out("2020-01-14", "9.00", "GBP");
        LocalDate day = LocalDate.of(2026, 11, 14);
        for (int months = 0; months < TotalsView.RECENT_ROWS - 1; months++) {
            figures.out(day.minusMonths(months).toString(), "5.00", "CHF");
        }
        assertThat(figures.get("dashboard").at("/base_assumed").asBoolean()).isTrue();

        figures.out(day.minusMonths(TotalsView.RECENT_ROWS).toString(), "5.00", "CHF");

        assertThat(figures.get("dashboard").at("/currency").asText()).isEqualTo("CHF");
        assertThat(figures.get("dashboard").at("/base_assumed").asBoolean()).isFalse();
    }

    @Test
    void shouldShowAllSevenKpisBesideTheSameDaysOfTheMonthBefore() {
        figures.income("2026-11-01", "2000.00", "EUR");
        figures.out("2026-11-10", "500.00", "EUR");
        figures.income("2026-10-01", "1000.00", "EUR");
        figures.out("2026-10-15", "400.00", "EUR");
        figures.out("2026-10-16", "9000.00", "EUR");

        JsonNode dashboard = figures.get("dashboard?month=2026-11");

        assertThat(dashboard.at("/partial").asBoolean()).isTrue();
        assertThat(dashboard.at("/total_income")).isEqualTo(money("2000.00"));
        assertThat(dashboard.at("/net_cashflow")).isEqualTo(money("1500.00"));
        assertThat(dashboard.at("/savings_rate").decimalValue()).isEqualByComparingTo("0.75");
        assertThat(dashboard.at("/previous/to").asText()).isEqualTo("2026-10-15");
        assertThat(dashboard.at("/previous/total_expenses")).isEqualTo(money("400.00"));
        assertThat(dashboard.at("/change/total_expenses/amount")).isEqualTo(money("100.00"));
        assertThat(dashboard.at("/change/total_expenses/ratio").decimalValue()).isEqualByComparingTo("0.25");
        assertThat(dashboard.at("/change/savings_rate").decimalValue()).isEqualByComparingTo("0.15");
        assertThat(dashboard.at("/category_breakdown/0/category").asText()).isEqualTo("FOOD_AND_DRINK");
        assertThat(dashboard.at("/category_breakdown/0/share").decimalValue()).isEqualByComparingTo("1");
        assertThat(dashboard.at("/category_breakdown/0/previous")).isEqualTo(money("400.00"));
        assertThat(dashboard.at("/trend")).hasSize(12);
        assertThat(dashboard.has("budget_versus_actual")).isTrue();
        assertThat(dashboard.at("/budget_versus_actual").isNull()).isTrue();
        assertThat(dashboard.at("/budget_versus_actual_reason").asText()).isNotEmpty();
    }

    @Test
    void shouldGiveZerosAndNoSavingsRateToAUserNobodyHasHeardOf() {
        JsonNode dashboard = figures.get("dashboard");

        assertThat(dashboard.at("/total_income")).isEqualTo(money("0.00"));
        assertThat(dashboard.has("savings_rate")).isTrue();
        assertThat(dashboard.at("/savings_rate").isNull()).isTrue();
        assertThat(dashboard.at("/category_breakdown")).isEmpty();
        assertThat(figures.get("summary").at("/totals")).isEmpty();
        assertThat(figures.get("aggregates?by=merchant").at("/rows")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "income, total_income, 2000.00",
        "expenses, total_expenses, 500.00",
        "cashflow, net_cashflow, 1500.00",
    })
    void shouldShowAKpiForExactlyTheMonthsAskedFor(String kpi, String field, String amount) {
        figures.income("2026-11-01", "2000.00", "EUR");
        figures.out("2026-11-10", "500.00", "EUR");

        JsonNode series = figures.get("kpis/" + kpi + "?months=5");

        List<String> months = new ArrayList<>();
        series.at("/months").forEach(month -> months.add(month.at("/month").asText()));
        assertThat(months).containsExactly("2026-07", "2026-08", "2026-09", "2026-10", "2026-11");
        assertThat(series.at("/months/4/" + field)).isEqualTo(money(amount));
        assertThat(series.at("/months/4/partial").asBoolean()).isTrue();
        assertThat(series.at("/months/0/" + field)).isEqualTo(money("0.00"));
        assertThat(series.at("/months/0/transaction_count").asLong()).isZero();
    }

    @Test
    void shouldShowTheSavingsRateOrThatThereIsNone() {
        figures.income("2026-11-01", "1000.00", "EUR");
        figures.out("2026-11-10", "1500.00", "EUR");

        JsonNode months = figures.get("kpis/savings-rate").at("/months");

        assertThat(months).hasSize(12);
        assertThat(months.at("/11/savings_rate").decimalValue()).isEqualByComparingTo("-0.5");
        assertThat(months.at("/10").has("savings_rate")).isTrue();
        assertThat(months.at("/10/savings_rate").isNull()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "by=day, 2026-11-01/2026-11-09/2026-11-10",
        "by=week, 2026-10-26/2026-11-09",
        "by=month, 2026-11",
        "by=category, FOOD_AND_DRINK/INCOME/TRANSFER_OUT",
        "by=category&detail=true, FOOD_AND_DRINK_GROCERIES/INCOME_WAGES/TRANSFER_OUT_ACCOUNT_TRANSFER",
        "by=category&bucket=NEUTRAL, TRANSFER_OUT",
        "by=category&currency=USD, ''",
    })
    void shouldRollUpEverything(String query, String keys) {
        figures.income("2026-11-01", "1000.00", "EUR");
        figures.out("2026-11-10", "20.00", "EUR");
        figures.book("2026-11-09", "30.00", "EUR", "TRANSFER_OUT_ACCOUNT_TRANSFER", Bucket.NEUTRAL, false);

        JsonNode rows = figures.get("aggregates?" + query).at("/rows");

        List<String> found = new ArrayList<>();
        rows.forEach(row -> found.add(row.at("/key").asText()));
        assertThat(String.join("/", found)).isEqualTo(keys);
    }

    @Test
    void shouldKeepToTheDaysAskedForAndToEachCurrency() {
        figures.out("2014-01-31", "1.00", "EUR");
        figures.out("2014-02-01", "2.00", "EUR");
        figures.out("2014-02-01", "300", "JPY");
        figures.out("2014-02-02", "4.00", "EUR");

        JsonNode rows =
                figures.get("aggregates?by=month&from=2014-02-01&to=2014-02-01").at("/rows");

        assertThat(rows).isEqualTo(json("""
                [{"key": "2014-02", "currency": "EUR", "count": 1,
                  "inflow": {"amount": "0.00", "currency": "EUR"}, "outflow": {"amount": "2.00", "currency": "EUR"}},
                 {"key": "2014-02", "currency": "JPY", "count": 1,
                  "inflow": {"amount": "0", "currency": "JPY"}, "outflow": {"amount": "300", "currency": "JPY"}}]"""));
    }

    @Test
    void shouldRollOverTheLastDayAndWeek() {
        figures.line("t1", FiguresFixture.NOON.minus(Duration.ofHours(24)), 100);
        figures.line("t2", FiguresFixture.NOON.minus(Duration.ofHours(25)), 20);
        figures.line("t3", FiguresFixture.NOON.minus(Duration.ofDays(8)), 3);
        figures.line("t4", FiguresFixture.NOON, 4000);

        JsonNode windows = figures.get("kpis/rolling").at("/windows");

        assertThat(windows.at("/0/window").asText()).isEqualTo("24h");
        assertThat(windows.at("/0/by_currency/GBP/outflow/amount").asText()).isEqualTo("1.00");
        assertThat(windows.at("/1/by_currency/GBP/outflow/amount").asText()).isEqualTo("1.20");
        assertThat(windows.at("/1/complete").asBoolean()).isTrue();
        assertThat(figures.get("dashboard").at("/rolling/windows")).isEqualTo(windows);
        assertThat(figures.get("dashboard?month=2026-10").has("rolling")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"summary", "dashboard", "kpis/income", "aggregates?by=day", "aggregates?by=merchant"})
    void shouldSayThatHistoryIsBeingRestated(String path) {
        assertThat(figures.get(path).has("restating")).isFalse();

        figures.runningJob(40, 100);

        assertThat(figures.get(path).at("/restating")).isEqualTo(json("{\"done\": 40, \"total\": 100}"));
    }

    @ParameterizedTest
    @CsvSource({
        "aggregates?by=year, 400",
        "aggregates?from=2026-02-30, 400",
        "aggregates?from=%2B999999999-01-01, 400",
        "aggregates?from=2026-03-01&to=2026-02-01, 422",
        "aggregates?by=merchant&bucket=NEED, 422",
        "aggregates?by=day&detail=true, 422",
        "aggregates?by=day&cursor=x, 422",
        "aggregates?by=merchant&cursor=x, 400",
        "dashboard?month=2026-13, 400",
        "dashboard?month=%2B999999999-12, 400",
        "kpis/income?months=0, 400",
        "kpis/income?moths=3, 400",
        "kpis/luck, 404",
        "summary?days=0, 400",
    })
    void shouldRefuseWhatItCannotAnswer(String path, int status) {
        assertThat(figures.response(path).statusCode()).isEqualTo(status);
    }

    @Test
    void shouldDescribeEachShapeUnderANameOfItsOwn() throws IOException {
        JsonNode document = Json.mapper().readTree(new OpenApi("test").document(figures.routes()));

        JsonNode schemas = document.at("/components/schemas");
        assertThat(schemas.at("/KpiSeriesOfIncomeMonth/properties/months/items/$ref")
                        .asText())
                .isEqualTo("#/components/schemas/IncomeMonth");
        assertThat(schemas.at("/IncomeMonth/properties")).hasSize(4);
        assertThat(schemas.at("/DashboardView/properties").has("budget_versus_actual"))
                .isTrue();
    }

    private static JsonNode money(String amount) {
        ObjectNode money = Json.mapper().createObjectNode();
        return money.put("amount", amount).put("currency", "EUR");
    }

    private static JsonNode json(String text) {
        try {
            return Json.mapper().readTree(text);
        } catch (IOException broken) {
            throw new IllegalArgumentException(broken);
        }
    }
}
