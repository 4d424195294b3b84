package io.tributary.standalone.drill.oracle;

import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What every user's ledger must hold. It is told of a request when its answer has come, and of nothing else; a request
 * whose outcome stayed unknown it is told of when somebody has asked. May be used from any thread.
 */
public final class Oracle {
    private final List<StatementLine> lines;
    private final Map<String, String> primaries;
    private final Map<String, UserLedger> users = new ConcurrentHashMap<>();

    /**
     * For a load of some statement lines.
     *
     * @param lines what the transactions say, and the category the API gave to each
     * @param corrections the categories that users choose, each with its primary
     */
    public Oracle(List<StatementLine> lines, Map<String, String> corrections) {
        this.lines = List.copyOf(lines);
        this.primaries = Stream.concat(
                        corrections.entrySet().stream(),
                        lines.stream()
                                .collect(Collectors.toMap(
                                        StatementLine::category, StatementLine::primary, (first, same) -> first))
                                .entrySet()
                                .stream())
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, (first, same) -> first));
    }

    /** The statement lines. */
    public List<StatementLine> lines() {
        return lines;
    }

    /**
     * The log has a fact.
     *
     * @param version the producer's; 0 where it gives none, for then there is one content only
     */
    public void fact(String user, String id, long version, Content content) {
        user(user).fact(id, version, content);
    }

    /** A change of a transaction is done. */
    public void change(String user, String id, Change change) {
        user(user).change(id, change);
    }

    /** The user's rule for a line is set, or gone where {@code category} is null. */
    public void rule(String user, int line, @Nullable String category) {
        user(user).rule(line, category);
    }

    /** One user. */
    public UserLedger user(String user) {
        return users.computeIfAbsent(user, unknown -> new UserLedger(lines, this::primary));
    }

    /** Every user who was heard of, in order. */
    public SortedSet<String> users() {
        return new TreeSet<>(users.keySet());
    }

    /** How many transactions there are in all. */
    public long transactions() {
        return users.values().stream().mapToLong(UserLedger::size).sum();
    }

    private String primary(String category) {
        String primary = primaries.get(category);
        if (primary == null) {
            throw new IllegalStateException("no primary is known of " + category);
        }
        return primary;
    }
}
