package io.tributary.topologies.kpi;

import io.tributary.avro.Bucket;
import io.tributary.schemas.Money;
import io.tributary.topologies.taxonomy.Category;
import io.tributary.topologies.taxonomy.Taxonomy;
import io.tributary.topologies.totals.MonthTotals;
import io.tributary.topologies.totals.MonthTotals.Cell;
import io.tributary.topologies.totals.Sums;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** One transaction of a test, and the totals that many of them make. */
record Booking(LocalDate day, String currency, Category category, Bucket bucket, boolean inflow, long minor) {

    static Booking out(String day, String amount, String currency, String category, Bucket bucket) {
        Money money = Money.parse(amount, currency);
        return new Booking(LocalDate.parse(day), currency, Taxonomy.of(category), bucket, false, money.minor());
    }

    static Booking in(String day, String amount, String currency, String category, Bucket bucket) {
        Money money = Money.parse(amount, currency);
        return new Booking(LocalDate.parse(day), currency, Taxonomy.of(category), bucket, true, money.minor());
    }

    static List<MonthTotals> totals(Collection<Booking> bookings) {
        Map<MonthKey, Map<CellKey, Sums>> months = new LinkedHashMap<>();
        for (Booking booking : bookings) {
            months.computeIfAbsent(
                            new MonthKey(YearMonth.from(booking.day), booking.currency), key -> new LinkedHashMap<>())
                    .merge(new CellKey(booking.day, booking.category, booking.bucket), booking.sums(), Sums::plus);
        }
        List<MonthTotals> totals = new ArrayList<>();
        months.forEach((key, cells) -> totals.add(new MonthTotals(key.month(), key.currency(), cells(cells))));
        return totals;
    }

    /** In major units, money in positive. */
    BigDecimal signed() {
        BigDecimal amount = new Money(minor, currency).decimal();
        return inflow ? amount : amount.negate();
    }

    private Sums sums() {
        return inflow ? new Sums(1, minor, 0, 0) : new Sums(0, 0, 1, minor);
    }

    private static List<Cell> cells(Map<CellKey, Sums> sums) {
        List<Cell> cells = new ArrayList<>();
        sums.forEach((key, sum) -> cells.add(new Cell(key.day(), key.category(), key.bucket(), sum)));
        return cells;
    }

    private record MonthKey(YearMonth month, String currency) {}

    private record CellKey(LocalDate day, Category category, Bucket bucket) {}
}
