package io.tributary.topologies.kpi;

import static org.assertj.core.api.Assertions.assertThat;

import io.tributary.avro.Bucket;
import io.tributary.schemas.Money;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class KpisTest {

    private static final String GROCERIES = "FOOD_AND_DRINK_GROCERIES";
    private static final String RESTAURANT = "FOOD_AND_DRINK_RESTAURANT";
    private static final String WAGES = "INCOME_WAGES";
    private static final String RENT = "RENT_AND_UTILITIES_RENT";
    private static final YearMonth NOVEMBER = YearMonth.of(2026, 11);
    private static final LocalDate LATER = LocalDate.of(2026, 12, 24);

    @Test
    void shouldTakeARefundOffExpensesAndNotCountItAsIncome() {
        Kpis kpis = gbp(
                Booking.in("2026-11-01", "2000.00", "GBP", WAGES, Bucket.INCOME),
                Booking.out("2026-11-03", "100.00", "GBP", GROCERIES, Bucket.NEED),
                Booking.in("2026-11-09", "30.00", "GBP", GROCERIES, Bucket.NEED));

        Figures figures = kpis.figures(Period.of(NOVEMBER));

        assertThat(figures).isEqualTo(new Figures(gbp("2000.00"), gbp("70.00"), 1, 2));
        assertThat(figures.net()).isEqualTo(gbp("1930.00"));
        assertThat(figures.savingsRate()).isEqualByComparingTo("0.9650");
    }

    @Test
    void shouldLeaveTransfersAndSavingsOutOfEveryKpi() {
        Kpis kpis = gbp(
                Booking.out("2026-11-03", "500.00", "GBP", "TRANSFER_OUT_ACCOUNT_TRANSFER", Bucket.NEUTRAL),
                Booking.in("2026-11-03", "500.00", "GBP", "TRANSFER_IN_ACCOUNT_TRANSFER", Bucket.NEUTRAL),
                Booking.out("2026-11-04", "200.00", "GBP", "TRANSFER_OUT_SAVINGS", Bucket.SAVING));

        assertThat(kpis.figures(Period.of(NOVEMBER))).isEqualTo(new Figures(gbp("0.00"), gbp("0.00"), 0, 0));
        assertThat(kpis.categories(Period.of(NOVEMBER))).isEmpty();
    }

    @Test
    void shouldHaveNoSavingsRateWithoutIncomeAndANegativeOneAboveIt() {
        Kpis poor = gbp(Booking.out("2026-11-03", "10.00", "GBP", GROCERIES, Bucket.NEED));
        Kpis spendthrift = gbp(
                Booking.in("2026-11-01", "100.00", "GBP", WAGES, Bucket.INCOME),
                Booking.out("2026-11-03", "150.00", "GBP", GROCERIES, Bucket.NEED));

        assertThat(poor.figures(Period.of(NOVEMBER)).savingsRate()).isNull();
        assertThat(spendthrift.figures(Period.of(NOVEMBER)).savingsRate()).isEqualByComparingTo("-0.5");
    }

    @Test
    void shouldShareThePositiveSumAmongCategories() {
        Kpis kpis = gbp(
                Booking.out("2026-11-01", "60.00", "GBP", RENT, Bucket.NEED),
                Booking.out("2026-11-02", "15.00", "GBP", GROCERIES, Bucket.NEED),
                Booking.out("2026-11-03", "25.00", "GBP", RESTAURANT, Bucket.WANT),
                Booking.in("2026-11-04", "9.00", "GBP", "TRAVEL_FLIGHTS", Bucket.WANT));

        assertThat(kpis.categories(Period.of(NOVEMBER)))
                .containsExactly(
                        new CategorySpend("RENT_AND_UTILITIES", gbp("60.00"), new BigDecimal("0.6000"), 1),
                        new CategorySpend("FOOD_AND_DRINK", gbp("40.00"), new BigDecimal("0.4000"), 2),
                        new CategorySpend("TRAVEL", gbp("-9.00"), new BigDecimal("0.0000"), 1));
    }

    @Test
    void shouldCompareTheRunningMonthWithTheSameDaysOfTheOneBefore() {
        Kpis kpis = gbp(
                Booking.out("2026-10-10", "40.00", "GBP", GROCERIES, Bucket.NEED),
                Booking.out("2026-10-11", "1000.00", "GBP", RENT, Bucket.NEED),
                Booking.out("2026-11-10", "50.00", "GBP", GROCERIES, Bucket.NEED));

        Dashboard running = kpis.dashboard(NOVEMBER, LocalDate.of(2026, 11, 10));
        Dashboard over = kpis.dashboard(NOVEMBER, LATER);

        assertThat(running.partial()).isTrue();
        assertThat(running.before().expenses()).isEqualTo(gbp("40.00"));
        assertThat(running.categoriesBefore()).containsOnlyKeys("FOOD_AND_DRINK");
        assertThat(over.partial()).isFalse();
        assertThat(over.before().expenses()).isEqualTo(gbp("1040.00"));
        assertThat(Change.of(over.before().expenses(), over.now().expenses()))
                .isEqualTo(new Change(gbp("1040.00"), gbp("-990.00"), new BigDecimal("-0.9519")));
    }

    @Test
    void shouldCompareTheLastDaysOfALongMonthWithAllOfAShortOne() {
        assertThat(Period.before(YearMonth.of(2026, 3), LocalDate.of(2026, 3, 30)))
                .isEqualTo(Period.of(YearMonth.of(2026, 2)));
    }

    @Test
    void shouldShowTwelveMonthsWithZerosWhereNothingHappened() {
        Dashboard dashboard = gbp(Booking.out("2026-01-10", "40.00", "GBP", GROCERIES, Bucket.NEED))
                .dashboard(NOVEMBER, LATER);

        assertThat(dashboard.trend())
                .hasSize(12)
                .extracting(month -> month.figures().expenses())
                .filteredOn(amount -> amount.minor() != 0)
                .containsExactly(gbp("40.00"));
        assertThat(dashboard.trend().get(0).month()).isEqualTo(YearMonth.of(2025, 12));
        assertThat(dashboard.trend().get(11).month()).isEqualTo(NOVEMBER);
    }

    @Test
    void shouldSayWhichAmountsItLeftOut() {
        Kpis kpis = new Kpis(
                Booking.totals(List.of(
                        Booking.out("2026-11-03", "10.00", "EUR", GROCERIES, Bucket.NEED),
                        Booking.out("2026-11-05", "10.00", "USD", GROCERIES, Bucket.NEED),
                        Booking.out("2026-11-09", "10.00", "USD", GROCERIES, Bucket.NEED))),
                "GBP",
                (day, from, to) -> from.equals("EUR") ? Optional.of(new BigDecimal("0.85")) : Optional.empty());

        assertThat(kpis.figures(Period.of(NOVEMBER)).expenses()).isEqualTo(gbp("8.50"));
        assertThat(kpis.missingRates())
                .containsExactly(new MissingRate("USD", LocalDate.of(2026, 11, 5), LocalDate.of(2026, 11, 9)));
    }

    @Test
    void shouldSumUpEachCurrencyAsItWasPaid() {
        Map<String, Summary> summaries = Summary.byCurrency(
                Booking.totals(List.of(
                        Booking.out("2026-11-03", "10.00", "EUR", GROCERIES, Bucket.NEED),
                        Booking.in("2026-11-03", "1500", "JPY", WAGES, Bucket.INCOME),
                        Booking.out("2026-11-03", "7.00", "USD", GROCERIES, Bucket.NEED),
                        Booking.out("2026-11-04", "7.00", "CHF", "TRANSFER_OUT_ACCOUNT_TRANSFER", Bucket.NEUTRAL))),
                Period.days(LocalDate.of(2026, 11, 4), 2));

        assertThat(summaries).containsOnlyKeys("EUR", "JPY", "USD");
        assertThat(summaries.get("JPY"))
                .extracting(summary -> summary.figures().income())
                .isEqualTo(new Money(1500, "JPY"));
        assertThat(summaries.get("EUR"))
                .extracting(summary -> summary.categories().get(0).amount())
                .isEqualTo(Money.parse("10.00", "EUR"));
    }

    @Test
    void shouldTakeTheBaseCurrencyFromTheProfileThenTheTransactionsThenTheService() {
        assertThat(BaseCurrency.of("CHF", List.of("EUR"), "GBP")).isEqualTo(new BaseCurrency("CHF", false));
        assertThat(BaseCurrency.of(null, List.of("EUR"), "GBP")).isEqualTo(new BaseCurrency("EUR", false));
        assertThat(BaseCurrency.of(null, List.of("EUR", "USD"), "GBP")).isEqualTo(new BaseCurrency("GBP", true));
        assertThat(BaseCurrency.of(null, List.of(), "GBP")).isEqualTo(new BaseCurrency("GBP", true));
    }

    private static Kpis gbp(Booking... bookings) {
        return new Kpis(Booking.totals(List.of(bookings)), "GBP", Conversion.none());
    }

    private static Money gbp(String amount) {
        return Money.parse(amount, "GBP");
    }
}
