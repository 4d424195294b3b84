package io.tributary.topologies.kpi;

import static org.assertj.core.api.Assertions.assertThat;

import io.tributary.avro.Bucket;
import io.tributary.schemas.Money;
<<<<<<< HEAD
import io.tributary.topologies.taxonomy.Category;
import io.tributary.topologies.taxonomy.Taxonomy;
import io.tributary.topologies.totals.MonthTotals;
import io.tributary.topologies.totals.MonthTotals.Cell;
import io.tributary.topologies.totals.Sums;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

final class KpisTest {

    private static final YearMonth NOVEMBER = YearMonth.of(2026, 11);
    private static final Conversion NO_RATES = (day, from, to) -> Optional.empty();
    private static final Category GROCERIES = Taxonomy.of("FOOD_AND_DRINK_GROCERIES");
    private static final Category COFFEE = Taxonomy.of("FOOD_AND_DRINK_COFFEE");
    private static final Category WAGES = Taxonomy.of("INCOME_WAGES");
    private static final Category TRAVEL = Taxonomy.of("TRAVEL");

    @Test
    void shouldCountIncomeAndSpendAndNothingThatOnlyMoves() {
        Kpis kpis = kpis(
                in(1, WAGES, Bucket.INCOME, 200_000),
                out(2, GROCERIES, Bucket.NEED, 30_000),
                in(3, GROCERIES, Bucket.NEED, 5_000),
                out(4, COFFEE, Bucket.WANT, 25_000),
                out(5, Taxonomy.of("TRANSFER_OUT"), Bucket.NEUTRAL, 99_999),
                out(6, Taxonomy.of("TRANSFER_OUT_SAVINGS"), Bucket.SAVING, 50_000));
        Figures figures = kpis.figures(Period.of(NOVEMBER));
        assertThat(figures.income()).isEqualTo(new Money(200_000, "EUR"));
        assertThat(figures.expenses()).isEqualTo(new Money(50_000, "EUR"));
        assertThat(figures.net()).isEqualTo(new Money(150_000, "EUR"));
        assertThat(figures.savingsRate()).isEqualByComparingTo("0.75");
        assertThat(figures.transactionCount()).isEqualTo(4);
    }

    @Test
    void shouldHaveNoSavingsRateWithoutIncomeAndANegativeOneWhenMoreIsSpent() {
        assertThat(kpis(out(1, COFFEE, Bucket.WANT, 100)).figures(Period.of(NOVEMBER)).savingsRate())
                .isNull();
        Kpis spendthrift = kpis(in(1, WAGES, Bucket.INCOME, 100), out(2, COFFEE, Bucket.WANT, 150));
=======
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
>>>>>>> main
        assertThat(spendthrift.figures(Period.of(NOVEMBER)).savingsRate()).isEqualByComparingTo("-0.5");
    }

    @Test
<<<<<<< HEAD
    void shouldShareThePositiveSum() {
        Kpis kpis = kpis(
                out(1, GROCERIES, Bucket.NEED, 6_000),
                out(2, COFFEE, Bucket.WANT, 1_500),
                out(3, TRAVEL, Bucket.WANT, 2_500),
                in(4, Taxonomy.of("MEDICAL"), Bucket.NEED, 400));
        List<CategorySpend> spends = kpis.categories(Period.of(NOVEMBER));
        assertThat(spends)
                .extracting(CategorySpend::category)
                .containsExactly("FOOD_AND_DRINK", "TRAVEL", "MEDICAL");
        assertThat(spends.get(0).share()).isEqualByComparingTo("0.75");
        assertThat(spends.get(0).count()).isEqualTo(2);
        assertThat(spends.get(1).share()).isEqualByComparingTo("0.25");
        assertThat(spends.get(2).amount()).isEqualTo(new Money(-400, "EUR"));
        assertThat(spends.get(2).share()).isEqualByComparingTo("0");
    }

    @Test
    void shouldRoundAConvertedSumOnceAndNotEachDay() {
        // Three days of 0.01 USD at 0.5 are 0.015 EUR: 0.02, not three times 0.00.
        FxTable rates = new FxTable();
        rates.put(LocalDate.of(2026, 10, 30), "USD", Map.of("EUR", new BigDecimal("0.5")));
        MonthTotals usd = new MonthTotals(
                NOVEMBER,
                "USD",
                List.of(
                        out(1, COFFEE, Bucket.WANT, 1),
                        out(2, COFFEE, Bucket.WANT, 1),
                        out(3, COFFEE, Bucket.WANT, 1)));
        Kpis kpis = new Kpis(List.of(usd), "EUR", rates);
        assertThat(kpis.figures(Period.of(NOVEMBER)).expenses()).isEqualTo(new Money(2, "EUR"));
        assertThat(kpis.missingRates()).isEmpty();
    }

    @Test
    void shouldLeaveOutWhatHasNoRateAndSaySo() {
        MonthTotals usd = new MonthTotals(
                NOVEMBER, "USD", List.of(out(3, COFFEE, Bucket.WANT, 100), out(2, TRAVEL, Bucket.WANT, 100)));
        MonthTotals eur = new MonthTotals(NOVEMBER, "EUR", List.of(out(1, COFFEE, Bucket.WANT, 250)));
        Kpis kpis = new Kpis(List.of(usd, eur), "EUR", NO_RATES);
        assertThat(kpis.figures(Period.of(NOVEMBER)).expenses()).isEqualTo(new Money(250, "EUR"));
        assertThat(kpis.missingRates()).containsExactly(new MissingRate("USD", LocalDate.of(2026, 11, 2), 2));
    }

    @Test
    void shouldCompareARunningMonthWithTheSameDaysOfTheOneBefore() {
        assertThat(Period.before(YearMonth.of(2026, 3), LocalDate.of(2026, 3, 10)))
                .isEqualTo(new Period(LocalDate.of(2026, 2, 1), LocalDate.of(2026, 2, 10)));
        assertThat(Period.before(YearMonth.of(2026, 3), LocalDate.of(2026, 3, 31)))
                .isEqualTo(Period.of(YearMonth.of(2026, 2)));
        assertThat(Period.before(YearMonth.of(2026, 3), LocalDate.of(2026, 12, 1)))
                .isEqualTo(Period.of(YearMonth.of(2026, 2)));
    }

    @Property
    void shouldEqualTheSumOfTheCells(@ForAll("cells") List<Cell> cells) {
        Kpis kpis = new Kpis(List.of(new MonthTotals(NOVEMBER, "EUR", cells)), "EUR", NO_RATES);
        Figures figures = kpis.figures(Period.of(NOVEMBER));
        long income = 0;
        long spend = 0;
        for (Cell cell : cells) {
            if (cell.bucket() == Bucket.INCOME) {
                income += cell.sums().netMinor();
            } else if (cell.bucket() == Bucket.NEED || cell.bucket() == Bucket.WANT) {
                spend -= cell.sums().netMinor();
            }
        }
        assertThat(figures.income().minor()).isEqualTo(income);
        assertThat(figures.expenses().minor()).isEqualTo(spend);
        assertThat(figures.net().minor()).isEqualTo(income - spend);
        assertThat(kpis.categories(Period.of(NOVEMBER)).stream()
                        .mapToLong(category -> category.amount().minor())
                        .sum())
                .isEqualTo(spend);
    }

    @Property
    void shouldRollUpToTheSameSumsHoweverItIsCut(@ForAll("cells") List<Cell> cells) {
        List<MonthTotals> totals = List.of(new MonthTotals(NOVEMBER, "EUR", cells));
        Sums all = cells.stream().map(Cell::sums).reduce(Sums.ZERO, Sums::plus);
        for (Rollup rollup : Rollup.values()) {
            Sums rolled = rollup.of(totals, Period.of(NOVEMBER)).stream()
                    .map(Rollup.Row::sums)
                    .reduce(Sums.ZERO, Sums::plus);
            assertThat(rolled).as(rollup.name()).isEqualTo(all);
        }
    }

    @Test
    void shouldBeginWeeksOnMonday() {
        List<MonthTotals> totals = List.of(new MonthTotals(
                NOVEMBER, "EUR", List.of(out(1, COFFEE, Bucket.WANT, 1), out(2, COFFEE, Bucket.WANT, 2))));
        assertThat(Rollup.WEEK.of(totals, Period.of(NOVEMBER)))
                .extracting(Rollup.Row::key)
                .containsExactly("2026-10-26", "2026-11-02");
    }

    @Provide
    Arbitrary<List<Cell>> cells() {
        Arbitrary<Long> minor = Arbitraries.longs().between(0, 1_000_000_000_000L);
        return Combinators.combine(
                        Arbitraries.integers().between(1, 30),
                        Arbitraries.of(Taxonomy.all()),
                        Arbitraries.of(Bucket.class),
                        minor,
                        minor)
                .as((day, category, bucket, in, out) -> new Cell(
                        NOVEMBER.atDay(day), category, bucket, new Sums(in > 0 ? 1 : 0, in, out > 0 ? 1 : 0, out)))
                .list()
                .ofMaxSize(60);
    }

    private static Kpis kpis(Cell... cells) {
        return new Kpis(
                List.of(new MonthTotals(NOVEMBER, "EUR", new ArrayList<>(List.of(cells)))), "EUR", NO_RATES);
    }

    private static Cell in(int day, Category category, Bucket bucket, long minor) {
        return new Cell(NOVEMBER.atDay(day), category, bucket, new Sums(1, minor, 0, 0));
    }

    private static Cell out(int day, Category category, Bucket bucket, long minor) {
        return new Cell(NOVEMBER.atDay(day), category, bucket, new Sums(0, 0, 1, minor));
=======
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
>>>>>>> main
    }
}
