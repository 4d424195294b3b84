package io.tributary.topologies.kpi;

import io.tributary.avro.Bucket;
import io.tributary.schemas.Money;
import io.tributary.topologies.totals.MonthTotals;
import io.tributary.topologies.totals.MonthTotals.Cell;
import io.tributary.topologies.totals.Sums;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * The KPIs of a user's totals in the base currency. Income is in minus out of INCOME, expenses are out minus in of NEED
 * and WANT. Moving money between pockets (NEUTRAL) and putting it aside (SAVING) are in none of them. For one answer.
 */
public final class Kpis {

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
        Money income = sum(period, cell -> cell.bucket() == Bucket.INCOME, 1);
        Money expenses = sum(period, Kpis::isSpend, -1);
        return new Figures(income, expenses, count(period, cell -> cell.bucket() == Bucket.INCOME || isSpend(cell)));
    }

    /** What was spent by primary category, most first; ties by name. */
    public List<CategorySpend> categories(Period period) {
        Map<String, BigDecimal> exact = new TreeMap<>();
        Map<String, Long> counts = new TreeMap<>();
        daily(period, Kpis::isSpend).forEach((key, sums) -> {
            exact.merge(
                    key.category(), converter.convert(key.day(), key.currency(), -sums.netMinor()), BigDecimal::add);
            counts.merge(key.category(), sums.inflowCount() + sums.outflowCount(), Long::sum);
        });
        Map<String, Money> amounts = new TreeMap<>();
        exact.forEach((category, sum) -> amounts.put(category, converter.money(sum)));
        long positive = amounts.values().stream()
                .mapToLong(Money::minor)
                .filter(minor -> minor > 0)
                .sum();
        List<CategorySpend> spends = new ArrayList<>();
        amounts.forEach((category, amount) -> spends.add(
                new CategorySpend(category, amount, share(amount, positive), counts.getOrDefault(category, 0L))));
        spends.sort(Comparator.comparingLong(
                        (CategorySpend spend) -> -spend.amount().minor())
                .thenComparing(CategorySpend::category));
        return List.copyOf(spends);
    }

    /** What all answers so far had to leave out. */
    public List<MissingRate> missingRates() {
        return converter.missing();
    }

    private static BigDecimal share(Money amount, long positive) {
        return amount.minor() > 0 ? Figures.ratio(amount.minor(), positive) : Figures.ratio(0, 1);
    }

    private static boolean isSpend(Cell cell) {
        return cell.bucket() == Bucket.NEED || cell.bucket() == Bucket.WANT;
    }

    private Money sum(Period period, Predicate<Cell> which, int sign) {
        Map<DayKey, Sums> days = daily(period, which);
        // A day's total of a currency, over all categories, is what is multiplied.
        Map<DayKey, Long> totalsOfDays = new TreeMap<>(DayKey.ORDER);
        days.forEach((key, sums) -> totalsOfDays.merge(key.withoutCategory(), sums.netMinor(), Math::addExact));
        BigDecimal exact = BigDecimal.ZERO;
        for (Map.Entry<DayKey, Long> day : totalsOfDays.entrySet()) {
            exact = exact.add(converter.convert(day.getKey().day(), day.getKey().currency(), sign * day.getValue()));
        }
        return converter.money(exact);
    }

    private long count(Period period, Predicate<Cell> which) {
        return daily(period, which).values().stream()
                .mapToLong(sums -> sums.inflowCount() + sums.outflowCount())
                .sum();
    }

    private Map<DayKey, Sums> daily(Period period, Predicate<Cell> which) {
        Map<DayKey, Sums> daily = new TreeMap<>(DayKey.ORDER);
        for (MonthTotals month : totals) {
            for (Cell cell : month.cells()) {
                if (period.contains(cell.day()) && which.test(cell)) {
                    DayKey key = new DayKey(
                            cell.day(), month.currency(), cell.category().primary());
                    daily.merge(key, cell.sums(), Sums::plus);
                }
            }
        }
        return daily;
    }

    private record DayKey(LocalDate day, String currency, String category) {

        static final Comparator<DayKey> ORDER = Comparator.comparing(DayKey::day)
                .thenComparing(DayKey::currency)
                .thenComparing(DayKey::category);

        DayKey withoutCategory() {
            return new DayKey(day, currency, "");
        }
    }
}
