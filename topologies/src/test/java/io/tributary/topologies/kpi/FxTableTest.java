package io.tributary.topologies.kpi;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FxTableTest {

    private static final LocalDate FRIDAY = LocalDate.of(2026, 11, 27);

    private final FxTable table = new FxTable();

    @Test
    void shouldAnswerTheQuotedNumberFromTheBase() {
        table.put(FRIDAY, "EUR", Map.of("USD", new BigDecimal("1.1575")));

        assertThat(table.rate(FRIDAY, "EUR", "USD")).contains(new BigDecimal("1.1575"));
    }

    @Test
    void shouldCrossOverTheBaseWithManyDigits() {
        table.put(FRIDAY, "EUR", Map.of("USD", new BigDecimal("1.5"), "GBP", new BigDecimal("0.5")));

        assertThat(table.rate(FRIDAY, "USD", "GBP")).contains(new BigDecimal("0.3333333333333333333333333333333333"));
        assertThat(table.rate(FRIDAY, "GBP", "EUR"))
                .hasValueSatisfying(rate -> assertThat(rate).isEqualByComparingTo("2"));
    }

    @Test
    void shouldGoBackSevenDaysAndNoFurther() {
        table.put(FRIDAY, "EUR", Map.of("USD", new BigDecimal("1.1")));

        assertThat(table.rate(FRIDAY.plusDays(7), "EUR", "USD")).contains(new BigDecimal("1.1"));
        assertThat(table.rate(FRIDAY.plusDays(8), "EUR", "USD")).isEmpty();
        assertThat(table.rate(FRIDAY.minusDays(1), "EUR", "USD")).isEmpty();
    }

    @Test
    void shouldSkipADayThatDoesNotQuoteBoth() {
        table.put(FRIDAY.minusDays(1), "EUR", Map.of("USD", new BigDecimal("1.1"), "ISK", new BigDecimal("148")));
        table.put(FRIDAY, "EUR", Map.of("USD", new BigDecimal("1.2")));

        assertThat(table.rate(FRIDAY, "EUR", "ISK")).contains(new BigDecimal("148"));
        assertThat(table.rate(FRIDAY, "EUR", "USD")).contains(new BigDecimal("1.2"));
    }

    @Test
    void shouldTakeTheNewestOfSeveralBases() {
        table.put(FRIDAY.minusDays(2), "EUR", Map.of("USD", new BigDecimal("1.1")));
        table.put(FRIDAY, "USD", Map.of("EUR", new BigDecimal("0.8")));

        assertThat(table.rate(FRIDAY, "EUR", "USD"))
                .hasValueSatisfying(rate -> assertThat(rate).isEqualByComparingTo("1.25"));
    }

    @Test
    void shouldReplaceAndForgetADay() {
        table.put(FRIDAY, "EUR", Map.of("USD", new BigDecimal("1.1"), "GBP", new BigDecimal("0.8")));
        table.put(FRIDAY, "EUR", Map.of("USD", new BigDecimal("1.2")));

        assertThat(table.rate(FRIDAY, "EUR", "USD")).contains(new BigDecimal("1.2"));
        assertThat(table.rate(FRIDAY, "EUR", "GBP")).isEmpty();

        table.remove(FRIDAY, "EUR");

        assertThat(table.rate(FRIDAY, "EUR", "USD")).isEmpty();
    }
}
