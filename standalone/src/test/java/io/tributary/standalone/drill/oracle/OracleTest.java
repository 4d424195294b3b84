package io.tributary.standalone.drill.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class OracleTest {
    private static final String USER = "anna";
    private static final String ID = "t1";
    private static final LocalDate DAY = LocalDate.of(2026, 3, 31);
    private static final Content BOUGHT = new Content(1_250, "EUR", 0, DAY, 3_600, false);

    private final Oracle oracle = new Oracle(
            List.of(
                    new StatementLine("SHOP", false, "FOOD_GROCERIES", "FOOD", "shop"),
                    new StatementLine("PAY", true, "INCOME_WAGES", "INCOME", "pay")),
            Map.of("TRAVEL_FLIGHTS", "TRAVEL", "MEDICAL_EYE_CARE", "MEDICAL", "SERVICES_CARE", "SERVICES"));

    @Test
    void shouldTakeTheHighestVersionWhateverComesLast() {
        oracle.fact(USER, ID, 3, BOUGHT.withMinor(300));
        oracle.fact(USER, ID, 1, BOUGHT);
        oracle.fact(USER, ID, 2, BOUGHT.withMinor(200));
        oracle.fact(USER, ID, 3, BOUGHT.withMinor(300));

        assertThat(shown().minor()).isEqualTo(300);
        assertThat(oracle.transactions()).isEqualTo(1);
    }

    @Test
    void shouldLayChangesOverLaterFactsFieldByField() {
        oracle.fact(USER, ID, 1, BOUGHT);
        oracle.change(USER, ID, new Change.Amount(77, "USD"));
        oracle.change(USER, ID, new Change.Voided(true));
        oracle.fact(USER, ID, 2, BOUGHT.withMinor(500).withMoment(DAY.plusDays(1), null));

        assertThat(shown())
                .isEqualTo(
                        new Expected(77, "USD", false, "SHOP", "2026-04-01", DAY.plusDays(1), true, "FOOD_GROCERIES"));
    }

    @Test
    void shouldShowInstantsAsTheApiDoes() {
        oracle.fact(USER, ID, 1, BOUGHT);

        assertThat(shown().occurredAt()).isEqualTo("2026-03-31T01:00:00Z");
    }

    @Test
    void shouldPutTheChoiceBeforeTheRuleBeforeTheMerchantsCorrection() {
        oracle.fact(USER, ID, 1, BOUGHT);
        oracle.change(USER, ID, new Change.Merchant(0, "MEDICAL_EYE_CARE"));
        assertThat(shown().category()).isEqualTo("MEDICAL_EYE_CARE");
        oracle.rule(USER, 0, "SERVICES_CARE");
        assertThat(shown().category()).isEqualTo("SERVICES_CARE");
        oracle.change(USER, ID, new Change.Category("TRAVEL_FLIGHTS"));
        assertThat(shown().category()).isEqualTo("TRAVEL_FLIGHTS");
        oracle.rule(USER, 0, null);
        oracle.change(USER, ID, new Change.Merchant(0, "MEDICAL_EYE_CARE"));
        assertThat(shown().category()).isEqualTo("MEDICAL_EYE_CARE");
    }

    @Test
    void shouldSumWhatIsNotVoidedByMonthCurrencyAndPrimaryCategory() {
        oracle.fact(USER, "a", 1, BOUGHT);
        oracle.fact(USER, "b", 1, BOUGHT.withMinor(50));
        oracle.fact(USER, "c", 1, BOUGHT.withVoided(true));
        oracle.fact(USER, "d", 1, BOUGHT.withLine(1));

        assertThat(oracle.user(USER).cells())
                .containsOnly(
                        Map.entry(new Cell(YearMonth.of(2026, 3), "EUR", "FOOD"), new Sum(2, 0, 1_300)),
                        Map.entry(new Cell(YearMonth.of(2026, 3), "EUR", "INCOME"), new Sum(1, 1_250, 0)));
    }

    private Expected shown() {
        return oracle.user(USER).find(ID).orElseThrow();
    }
}
