package io.tributary.topologies.kpi;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class FxTableTest {

    private static final LocalDate FIRST = LocalDate.of(2026, 11, 1);

    private final FxTable table = new FxTable();

    @Test
    void shouldTakeTheLastKnownRateAtOrBeforeTheDay() {
        table.put(FIRST, "EUR", Map.of("USD", new BigDecimal("1.1")));
        table.put(FIRST.plusDays(5), "EUR", Map.of("USD", new BigDecimal("1.2")));
        assertThat(table.rate(FIRST.minusDays(1), "EUR", "USD")).isEmpty();
        assertThat(table.rate(FIRST.plusDays(4), "EUR", "USD")).contains(new BigDecimal("1.1"));
        assertThat(table.rate(FIRST.plusDays(99), "EUR", "USD")).contains(new BigDecimal("1.2"));
    }

    @Test
    void shouldCrossOverTheBaseOnlyWithinOneDay() {
        table.put(FIRST, "EUR", Map.of("USD", new BigDecimal("1.25"), "GBP", new BigDecimal("0.80")));
        table.put(FIRST.plusDays(1), "EUR", Map.of("USD", new BigDecimal("9")));
        assertThat(table.rate(FIRST.plusDays(1), "USD", "GBP"))
                .hasValueSatisfying(rate -> assertThat(rate).isEqualByComparingTo("0.64"));
        assertThat(table.rate(FIRST, "GBP", "EUR"))
                .hasValueSatisfying(rate -> assertThat(rate).isEqualByComparingTo("1.25"));
        assertThat(table.rate(FIRST, "CHF", "EUR")).isEmpty();
    }

    @Test
    void shouldForgetADay() {
        table.put(FIRST, "EUR", Map.of("USD", new BigDecimal("1.1")));
        table.remove(FIRST, "EUR");
        assertThat(table.rate(FIRST, "EUR", "USD")).isEmpty();
    }

    @Test
    void shouldChooseTheBaseCurrencyByWhatIsKnown() {
        assertThat(BaseCurrency.of("CHF", Set.of("EUR"), "USD")).isEqualTo(new BaseCurrency("CHF", false));
        assertThat(BaseCurrency.of(null, Set.of("GBP"), "USD")).isEqualTo(new BaseCurrency("GBP", false));
        assertThat(BaseCurrency.of(null, Set.of("GBP", "EUR"), "USD")).isEqualTo(new BaseCurrency("USD", true));
        assertThat(BaseCurrency.of(null, Set.of(), "USD")).isEqualTo(new BaseCurrency("USD", true));
    }
}
