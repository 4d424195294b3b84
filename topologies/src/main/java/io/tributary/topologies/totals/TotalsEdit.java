package io.tributary.topologies.totals;

import io.tributary.avro.Bucket;
import io.tributary.avro.ClassifiedTransaction;
import io.tributary.avro.MonthlyAggregate;
import io.tributary.topologies.state.Keys;
import io.tributary.topologies.state.RowTable;
import io.tributary.topologies.state.Writes;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.common.utils.Bytes;
import org.jspecify.annotations.Nullable;

/** The totals of one user as one step changes them: each row is read once, written once, and each cell told once. */
public final class TotalsEdit {

    private final RowTable<MonthRow> rows;
    private final byte[] user;
    private final Map<Bytes, MonthRow> edited = new LinkedHashMap<>();
    private final Set<CellName> touched = new LinkedHashSet<>();

    /** Nothing changed yet. */
    public TotalsEdit(RowTable<MonthRow> rows, byte[] user) {
        this.rows = rows;
        this.user = user;
    }

    /**
     * Takes {@code before} out and puts {@code after} in, or neither.
     *
     * @throws ArithmeticException when a month's sums would pass what 64 bits hold
     */
    public void change(@Nullable ClassifiedTransaction before, @Nullable ClassifiedTransaction after) {
        CellDelta out = CellDelta.of(before);
        CellDelta in = CellDelta.of(after);
        if (out != null && out.equals(in)) {
            return;
        }
        Map<Bytes, MonthRow> changed = new LinkedHashMap<>(4);
        if (out != null) {
            apply(changed, out, -1);
        }
        if (in != null) {
            apply(changed, in, 1).requireBounded();
        }
        edited.putAll(changed);
        touch(out);
        touch(in);
    }

    /** Adds the changed rows to what the step writes. */
    public void writeTo(Writes writes) {
        edited.forEach((key, row) -> {
            if (row.isEmpty()) {
                writes.delete(rows, key);
            } else {
                writes.put(rows, key, row);
            }
        });
    }

    /** The changed cells of the monthly aggregates, as they now are; all zero when nothing is left. */
    public List<MonthlyAggregate> aggregates(String userId, long offset) {
        List<MonthlyAggregate> cells = new ArrayList<>(touched.size());
        for (CellName name : touched) {
            Sums sums = row(Keys.totals(user, name.month(), name.currency())).sumOf(name.primary(), name.bucket());
            cells.add(new MonthlyAggregate(
                    userId,
                    name.month().toString(),
                    name.currency(),
                    name.primary(),
                    name.bucket(),
                    sums.inflowCount(),
                    sums.inflowMinor(),
                    sums.outflowCount(),
                    sums.outflowMinor(),
                    offset));
        }
        return cells;
    }

    private MonthRow apply(Map<Bytes, MonthRow> changed, CellDelta delta, int sign) {
        Bytes key = Keys.totals(user, delta.month(), delta.currency());
        MonthRow before = changed.get(key);
        MonthRow after = (before == null ? row(key) : before).with(delta, sign);
        changed.put(key, after);
        return after;
    }

    private void touch(@Nullable CellDelta delta) {
        if (delta != null) {
            touched.add(new CellName(
                    delta.month(), delta.currency(), delta.category().primary(), delta.bucket()));
        }
    }

    private MonthRow row(Bytes key) {
        MonthRow changed = edited.get(key);
        if (changed != null) {
            return changed;
        }
        MonthRow stored = rows.get(key);
        return stored == null ? MonthRow.EMPTY : stored;
    }

    private record CellName(YearMonth month, String currency, String primary, Bucket bucket) {}
}
