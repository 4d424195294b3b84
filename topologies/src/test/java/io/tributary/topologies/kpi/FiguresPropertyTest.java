package io.tributary.topologies.kpi;

import static org.assertj.core.api.Assertions.assertThat;

import io.tributary.avro.Bucket;
import io.tributary.schemas.Currencies;
import io.tributary.schemas.Money;
import io.tributary.topologies.taxonomy.Taxonomy;
import io.tributary.topologies.totals.Sums;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** Against the plainest way to compute the same: one transaction at a time. */
class FiguresPropertyTest {

    private static final LocalDate FIRST = LocalDate.of(2026, 1, 20);
    private static final Set<Bucket> SPEND = Set.of(Bucket.NEED, Bucket.WANT);

    @Property(tries = 200)
    void shouldRoundTheExactSumOfAllConvertedAmountsOnce(
            @ForAll("bookings") List<Booking> bookings,
            @ForAll("bases") String base,
            @ForAll("periods") Period period) {
        Figures figures = new Kpis(Booking.totals(bookings), base, FiguresPropertyTest::rate).figures(period);

        List<Booking> inside = bookings.stream()
                .filter(booking -> period.contains(booking.day()))
                .toList();
        assertThat(figures.income()).isEqualTo(rounded(inside, base, booking -> booking.bucket() == Bucket.INCOME));
        assertThat(figures.expenses().minor())
                .isEqualTo(-rounded(inside, base, booking -> SPEND.contains(booking.bucket()))
                        .minor());
        assertThat(figures.transactionCount())
                .isEqualTo(inside.stream()
                        .filter(booking -> booking.bucket() == Bucket.INCOME || SPEND.contains(booking.bucket()))
                        .count());
    }

    @Property(tries = 100)
    void shouldSplitTheExpensesOfOneCurrencyIntoCategoriesWithoutRest(@ForAll("bookings") List<Booking> bookings) {
        List<Booking> pounds = bookings.stream()
                .filter(booking -> booking.currency().equals("GBP"))
                .toList();
        Kpis kpis = new Kpis(Booking.totals(pounds), "GBP", Conversion.none());
        Period all = new Period(FIRST, FIRST.plusYears(1));

        List<CategorySpend> categories = kpis.categories(all);

        assertThat(categories.stream()
                        .mapToLong(spend -> spend.amount().minor())
                        .sum())
                .isEqualTo(kpis.figures(all).expenses().minor());
        assertThat(categories.stream().mapToLong(CategorySpend::count).sum())
                .isEqualTo(kpis.figures(all).expenseCount());
        assertThat(categories)
                .isSortedAccordingTo((one, other) ->
                        Long.compare(other.amount().minor(), one.amount().minor()));
    }

    @Property(tries = 100)
    void shouldShowExactlyTheMonthsAskedForAndLoseNothing(
            @ForAll("bookings") List<Booking> bookings, @ForAll @IntRange(min = 1, max = 30) int count) {
        Kpis kpis = new Kpis(Booking.totals(bookings), "GBP", Conversion.none());
        YearMonth last = YearMonth.of(2026, 4);

        List<Dashboard.MonthFigures> months = kpis.months(last, count, LocalDate.of(2026, 4, 15));

        assertThat(months).hasSize(count);
        assertThat(months.get(count - 1).month()).isEqualTo(last);
        assertThat(months).filteredOn(Dashboard.MonthFigures::partial).hasSize(1);
        assertThat(months.stream()
                        .mapToLong(month -> month.figures().income().minor())
                        .sum())
                .isEqualTo(kpis.figures(Period.months(last, count)).income().minor());
    }

    @Property(tries = 100)
    void shouldRollEveryTransactionUpOnce(
            @ForAll("bookings") List<Booking> bookings, @ForAll Rollup by, @ForAll("periods") Period period) {
        List<Rollup.Row> rows = by.of(Booking.totals(bookings), period);

        Map<String, Sums> expected = new TreeMap<>();
        for (Booking booking : bookings) {
            if (period.contains(booking.day())) {
                Sums one = booking.inflow() ? new Sums(1, booking.minor(), 0, 0) : new Sums(0, 0, 1, booking.minor());
                expected.merge(key(by, booking) + "|" + booking.currency(), one, Sums::plus);
            }
        }
        Map<String, Sums> actual = new TreeMap<>();
        rows.forEach(row -> assertThat(actual.put(row.key() + "|" + row.currency(), row.sums()))
                .isNull());
        assertThat(actual).isEqualTo(expected);
    }

    private static String key(Rollup by, Booking booking) {
        return switch (by) {
            case DAY -> booking.day().toString();
            case WEEK ->
                booking.day()
                        .minusDays(booking.day().getDayOfWeek().getValue() - 1L)
                        .toString();
            case MONTH -> booking.day().toString().substring(0, 7);
            case CATEGORY -> booking.category().primary();
            case CATEGORY_DETAIL -> booking.category().code();
        };
    }

    private static Money rounded(List<Booking> bookings, String base, Predicate<Booking> which) {
        BigDecimal exact = BigDecimal.ZERO;
        for (Booking booking : bookings) {
            if (which.test(booking)) {
                BigDecimal rate = booking.currency().equals(base)
                        ? BigDecimal.ONE
                        : rate(booking.day(), booking.currency(), base).orElse(BigDecimal.ZERO);
                exact = exact.add(booking.signed().multiply(rate));
            }
        }
        int exponent = Currencies.exponent(base);
        return new Money(
                exact.setScale(exponent, RoundingMode.HALF_EVEN)
                        .movePointRight(exponent)
                        .longValueExact(),
                base);
    }

    /** Awkward numbers, and none on Sundays. */
    private static Optional<BigDecimal> rate(LocalDate day, String from, String to) {
        return day.getDayOfWeek().getValue() == 7
                ? Optional.empty()
                : Optional.of(BigDecimal.valueOf(100_003L + from.hashCode() % 7919 + day.getDayOfYear() * 31L, 5)
                        .add(BigDecimal.valueOf(to.hashCode() % 13, 3)));
    }

    @Provide
    Arbitrary<List<Booking>> bookings() {
        return Combinators.combine(
                        Arbitraries.integers().between(0, 90).map(FIRST::plusDays),
                        Arbitraries.of("GBP", "EUR", "JPY", "KWD"),
                        Arbitraries.of(Taxonomy.all()),
                        Arbitraries.of(Bucket.INCOME, Bucket.NEED, Bucket.WANT, Bucket.SAVING, Bucket.NEUTRAL),
                        Arbitraries.of(true, false),
                        Arbitraries.longs().between(1, 1_000_000))
                .as(Booking::new)
                .list()
                .ofMaxSize(60);
    }

    @Provide
    Arbitrary<String> bases() {
        return Arbitraries.of("GBP", "JPY", "KWD");
    }

    @Provide
    Arbitrary<Period> periods() {
        return Combinators.combine(
                        Arbitraries.integers().between(-5, 90),
                        Arbitraries.integers().between(0, 90))
                .as((from, length) -> new Period(FIRST.plusDays(from), FIRST.plusDays(from + (long) length)));
    }
}
