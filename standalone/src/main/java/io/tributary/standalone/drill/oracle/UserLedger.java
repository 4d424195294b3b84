package io.tributary.standalone.drill.oracle;

import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** One user's transactions and what they have taught. May be used from any thread. */
public final class UserLedger {
    private final List<StatementLine> lines;
    private final UnaryOperator<String> primaryOf;
    private final Map<String, Entry> entries = new HashMap<>();
    private final Map<Integer, String> corrections = new HashMap<>();
    private final Map<Integer, String> rules = new HashMap<>();

    UserLedger(List<StatementLine> lines, UnaryOperator<String> primaryOf) {
        this.lines = lines;
        this.primaryOf = primaryOf;
    }

    /** The log has a fact. */
    synchronized void fact(String id, long version, Content content) {
        Entry entry = entries.get(id);
        if (entry == null) {
            entries.put(id, new Entry(content, version));
        } else {
            entry.fact(content, version);
        }
    }

    /** A change of a transaction is done. */
    synchronized void change(String id, Change change) {
        Entry entry = entries.get(id);
        if (entry == null) {
            throw new IllegalArgumentException("a change of a transaction that nobody has sent");
        }
        entry.change(change);
        if (change instanceof Change.Merchant merchant) {
            corrections.put(merchant.line(), merchant.category());
        }
    }

    /** The rule for a line is set, or gone. */
    synchronized void rule(int line, @Nullable String category) {
        if (category == null) {
            rules.remove(line);
        } else {
            rules.put(line, category);
        }
    }

    /** The category of the rule for a line, where there is one. */
    public synchronized Optional<String> ruleFor(int line) {
        return Optional.ofNullable(rules.get(line));
    }

    /** How a transaction must be served; nothing where none may be. */
    public synchronized Optional<Expected> find(String id) {
        return Optional.ofNullable(entries.get(id)).map(this::expected);
    }

    /** What holds of a transaction's content. */
    public synchronized Optional<Content> content(String id) {
        return Optional.ofNullable(entries.get(id)).map(Entry::effective);
    }

    /** Every transaction, by id. */
    public synchronized void forEach(BiConsumer<String, Expected> visitor) {
        entries.forEach((id, entry) -> visitor.accept(id, expected(entry)));
    }

    /** How many transactions there are. */
    public synchronized int size() {
        return entries.size();
    }

    /** Sums of all that is not voided, by month, currency and primary category. */
    public Map<Cell, Sum> cells() {
        Map<Cell, Sum> cells = new HashMap<>();
        forEach((id, transaction) -> {
            if (!transaction.voided()) {
                Cell cell = new Cell(
                        YearMonth.from(transaction.day()),
                        transaction.currency(),
                        primaryOf.apply(transaction.category()));
                cells.merge(cell, Sum.of(transaction), Sum::plus);
            }
        });
        return cells;
    }

    /** Sums by a key made of a cell, such as its month and currency. */
    public static Map<String, Sum> rolledUp(Map<Cell, Sum> cells, Function<Cell, String> key) {
        Map<String, Sum> sums = new TreeMap<>();
        cells.forEach((cell, sum) -> sums.merge(key.apply(cell), sum, Sum::plus));
        return sums;
    }

    private Expected expected(Entry entry) {
        Content content = entry.effective();
        StatementLine line = lines.get(content.line());
        return new Expected(
                content.minor(),
                content.currency(),
                line.inflow(),
                line.description(),
                content.occurredAt(),
                content.day(),
                content.voided(),
                category(entry, content.line()));
    }

    private String category(Entry entry, int line) {
        String chosen = entry.chosen();
        if (chosen != null) {
            return chosen;
        }
        String byRule = rules.get(line);
        return byRule != null
                ? byRule
                : corrections.getOrDefault(line, lines.get(line).category());
    }
}
