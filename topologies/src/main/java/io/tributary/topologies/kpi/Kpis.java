package io.tributary.topologies.kpi;

import io.tributary.avro.Bucket;
import io.tributary.schemas.Money;
import io.tributary.topologies.kpi.Dashboard.MonthFigures;
import io.tributary.topologies.totals.MonthTotals;
import io.tributary.topologies.totals.MonthTotals.Cell;
import io.tributary.topologies.totals.Sums;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The KPIs of a user's totals in the base currency. For one answer. The rules:
 *
 * <ul>
 *   <li><b>Income</b> is in minus out of the bucket INCOME: a salary that is taken back lowers it.
 *   <li><b>Expenses</b> are out minus in of NEED and WANT: a refund lowers them, and its category, and is no income.
 *   <li>SAVING is neither: money put aside is still there. NEUTRAL (transfers, card payments) is in no KPI.
 *   <li><b>Net cash flow</b> is income minus expenses; the <b>savings rate</b> is that by income, null without income.
 *   <li>Every figure is the sum over days of a day's total in a currency times the day's rate, exact, rounded once, half to
 *       even, to the base currency's minor unit. Parts that are shown beside their whole are rounded on their own.
 *   <li>A day's total without a rate is left out, and {@link #missingRates} says so.
 *   <li>A month holds what is dated in it, also what is dated ahead. Each figure may be negative.
 * </ul>
 */
public final class Kpis {

    private static final Set<Bucket> INCOME = EnumSet.of(Bucket.INCOME);
    private static final Set<Bucket> SPEND = EnumSet.of(Bucket.NEED, Bucket.WANT);

    private final List<MonthTotals> totals;
    private final Converter converter;

    /**
     * Over these totals.
     *
     * @param totals at least the months that are asked for, in any order
     * @param base the currency of the answers
     */
    public Kpis(List<MonthTotals> totals, String base, Conversion conversion) {
        this.totals = List.copyOf(totals);
        this.converter = new Converter(base, conversion);
    }

    /** The figures of a period. */
    public Figures figures(Period period) {
        Map<DayTotal, Sums> income = daily(period, INCOME, cell -> "");
        Map<DayTotal, Sums> spend = daily(period, SPEND, cell -> "");
        return new Figures(
                converter.money(converted(income)),
                converter.money(converted(spend).negate()),
                count(income.values()),
                count(spend.values()));
    }

    /** So many months, {@code last} the last of them, oldest first; months without any transaction are zeros. */
    public List<MonthFigures> months(YearMonth last, int count, LocalDate today) {
        List<MonthFigures> months = new ArrayList<>(count);
        for (YearMonth month = last.minusMonths(count - 1L); !month.isAfter(last); month = month.plusMonths(1)) {
            months.add(new MonthFigures(month, figures(Period.of(month)), isPartial(month, today)));
        }
        return List.copyOf(months);
    }

    /** All KPIs of a month; needs the totals of {@link Dashboard#TREND_MONTHS} months, and at least of the one before. */
    public Dashboard dashboard(YearMonth month, LocalDate today) {
        Period before = Period.before(month, today);
        return new Dashboard(
                month,
                isPartial(month, today),
                figures(Period.of(month)),
                before,
                figures(before),
                categories(Period.of(month)),
                categories(before).stream().collect(Collectors.toMap(CategorySpend::category, Function.identity())),
                months(month, Dashboard.TREND_MONTHS, today));
    }

    /** What was spent by primary category, most first, then by name; only categories in which something happened. */
    public List<CategorySpend> categories(Period period) {
        Map<String, Map<DayTotal, Sums>> byCategory = new TreeMap<>();
        daily(period, SPEND, cell -> cell.category().primary()).forEach((total, sums) -> byCategory
                .computeIfAbsent(total.part(), part -> new TreeMap<>(DayTotal.ORDER))
                .put(total, sums));
        Map<String, Money> amounts = new TreeMap<>();
        byCategory.forEach((category, days) ->
                amounts.put(category, converter.money(converted(days).negate())));
        long positive = amounts.values().stream()
                .mapToLong(Money::minor)
                .filter(minor -> minor > 0)
                .reduce(0, Math::addExact);
        List<CategorySpend> spends = new ArrayList<>();
        byCategory.forEach((category, days) -> {
            Money amount = amounts.getOrDefault(category, converter.money(BigDecimal.ZERO));
            spends.add(new CategorySpend(category, amount, share(amount, positive), count(days.values())));
        });
        spends.sort(
                Comparator.comparingLong((CategorySpend spend) -> spend.amount().minor())
                        .reversed()
                        .thenComparing(CategorySpend::category));
        return List.copyOf(spends);
    }

    /** What all answers so far had to leave out. */
    public List<MissingRate> missingRates() {
        return converter.missing();
    }

    private static boolean isPartial(YearMonth month, LocalDate today) {
        return !month.isBefore(YearMonth.from(today));
    }

    private static BigDecimal share(Money amount, long positive) {
        return amount.minor() > 0 ? Figures.ratio(amount.minor(), positive) : Figures.ratio(0, 1);
    }

    /** In minus out of the days, exact. */
    private BigDecimal converted(Map<DayTotal, Sums> days) {
        BigDecimal exact = BigDecimal.ZERO;
        for (Map.Entry<DayTotal, Sums> day : days.entrySet()) {
            DayTotal total = day.getKey();
            exact = exact.add(converter.convert(
                    total.day(), total.currency(), day.getValue().netMinor()));
        }
        return exact;
    }

    private static long count(Iterable<Sums> all) {
        long count = 0;
        for (Sums sums : all) {
            count += sums.count();
        }
        return count;
    }

    /** Totals by day, currency and {@code part}: what a rate is multiplied with. */
    private Map<DayTotal, Sums> daily(Period period, Set<Bucket> buckets, Function<Cell, String> part) {
        Map<DayTotal, Sums> daily = new TreeMap<>(DayTotal.ORDER);
        period.cells(totals, (currency, cell) -> {
            if (buckets.contains(cell.bucket())) {
                daily.merge(new DayTotal(cell.day(), currency, part.apply(cell)), cell.sums(), Sums::plus);
            }
        });
        return daily;
    }

    private record DayTotal(LocalDate day, String currency, String part) {

        static final Comparator<DayTotal> ORDER = Comparator.comparing(DayTotal::day)
                .thenComparing(DayTotal::currency)
                .thenComparing(DayTotal::part);
    }
}
