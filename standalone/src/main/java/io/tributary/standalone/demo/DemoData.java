package io.tributary.standalone.demo;

import io.tributary.api.imports.Fingerprints;
import io.tributary.avro.AccountKind;
import io.tributary.avro.Direction;
import io.tributary.avro.RawTransaction;
import io.tributary.avro.TransactionStatus;
import io.tributary.schemas.Money;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;

/**
 * The demo's facts: each card a user of its own with the dates as they are, and three households moved by whole months so
 * that each ends in the month before the day of the first load. The same day gives the same facts, byte for byte.
 *
 * <p>An id is the fingerprint of the row with the day in its file, as of an imported statement, so equal purchases of one
 * day stay apart and loading again adds nothing. Rows of amount 0 are sent like any other: to refuse
 * them is the pipeline's work.
 */
public final class DemoData {
    /** How many facts there are. */
    public static final int SIZE = 66_769 + 3_973;

    private static final String HOUSEHOLD = "household-";

    private final LocalDate firstLoad;

    /**
     * The data as first loaded on a day.
     *
     * @param firstLoad the day, which later loads of the same installation must keep
     */
    public DemoData(LocalDate firstLoad) {
        this.firstLoad = firstLoad;
    }

    /** Hands over every fact, households first: they are what a visitor looks at. */
    public void forEach(Consumer<RawTransaction> receiver) {
        Map<String, MonthShift> shifts = householdShifts();
        Fingerprints ids = new Fingerprints();
        DemoFile.HOUSEHOLDS.forEach(row -> {
            Ledger ledger = Ledger.of(row.account());
            LocalDate day = shifts.getOrDefault(ledger.user(), MonthShift.NONE).apply(row.day());
            receiver.accept(fact(row, ledger, day, ids));
        });
        DemoFile.CARDS.forEach(row -> {
            Ledger card = new Ledger(row.account(), row.account(), AccountKind.CARD);
            receiver.accept(fact(row, card, row.day(), ids));
        });
    }

    /** How far each household is moved, by its user id. */
    public Map<String, MonthShift> householdShifts() {
        Map<String, LocalDate> lastDays = new HashMap<>();
        DemoFile.HOUSEHOLDS.forEach(
                row -> lastDays.merge(Ledger.of(row.account()).user(), row.day(), (a, b) -> a.isAfter(b) ? a : b));
        Map<String, MonthShift> shifts = new HashMap<>();
        lastDays.forEach((user, lastDay) -> shifts.put(user, MonthShift.toEndBefore(firstLoad, lastDay)));
        return Map.copyOf(shifts);
    }

    private RawTransaction fact(DemoRow row, Ledger ledger, LocalDate day, Fingerprints ids) {
        Money amount = row.amount();
        return new RawTransaction(
                ledger.user(),
                ids.next(ledger.user(), ledger.account(), row.day(), amount, row.description()),
                null,
                new Money(Math.absExact(amount.minor()), amount.currency()).toAvro(),
                row.description(),
                amount.minor() > 0 ? Direction.INFLOW : Direction.OUTFLOW,
                null,
                day,
                ledger.account(),
                ledger.kind(),
                null,
                null,
                TransactionStatus.POSTED,
                null,
                false,
                row.source());
    }

    /** Whose account a row is about. */
    private record Ledger(String user, String account, AccountKind kind) {
        /** Reads {@code budgets-example:Checking}: the household before the colon, its account after it. */
        static Ledger of(String account) {
            int colon = account.indexOf(':');
            String household = account.substring(0, colon);
            String name = account.substring(colon + 1);
            String suffix = "-example";
            String user = household.endsWith(suffix)
                    ? household.substring(0, household.length() - suffix.length())
                    : household;
            return new Ledger(HOUSEHOLD + user, name, name.equals("Checking") ? AccountKind.CURRENT : AccountKind.CARD);
        }
    }
}
