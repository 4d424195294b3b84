package io.tributary.standalone.drill.check;

import com.fasterxml.jackson.databind.JsonNode;
import io.tributary.standalone.drill.load.Api;
import io.tributary.standalone.drill.load.Api.Call;
import io.tributary.standalone.drill.oracle.Cell;
import io.tributary.standalone.drill.oracle.Expected;
import io.tributary.standalone.drill.oracle.Findings;
import io.tributary.standalone.drill.oracle.Oracle;
import io.tributary.standalone.drill.oracle.Sum;
import io.tributary.standalone.drill.oracle.UserLedger;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;

/** Compares what the API serves of users with what the oracle expects: every transaction, and the sums of every month. */
public final class ServedLedger {
    private static final long PAUSE_MILLIS = 200;
    private static final int MOST_RESTATING = 900;
    private static final int YEARS = 2;

    private final Api api;
    private final Oracle oracle;
    private final Findings findings;
    private final LocalDate today;

    /** Of an API, up to a day. */
    public ServedLedger(Api api, Oracle oracle, Findings findings, LocalDate today) {
        this.api = api;
        this.oracle = oracle;
        this.findings = findings;
        this.today = today;
    }

    /** Compares one user once no job is restating their history; how many transactions are served. */
    public int check(String user) throws InterruptedException {
        awaitJobs(user);
        UserLedger ledger = oracle.user(user);
        int served = checkTransactions(user, ledger);
        Map<Cell, Sum> cells = ledger.cells();
        compare(user, "month", cells, cell -> cell.month() + " " + cell.currency(), "by=month");
        compare(user, "category", cells, cell -> cell.category() + " " + cell.currency(), "by=category");
        checkSummary(user, ledger);
        return served;
    }

    private int checkTransactions(String user, UserLedger ledger) throws InterruptedException {
        Set<String> seen = new HashSet<>();
        for (JsonNode page : pages("/users/" + user + "/transactions?limit=500")) {
            for (JsonNode row : page.path("transactions")) {
                String id = row.path("id").asText();
                if (!seen.add(id)) {
                    findings.add("Transaction %s of %s is listed twice.".formatted(id, user));
                }
                Expected expected = ledger.find(id).orElse(null);
                if (expected == null) {
                    findings.add("Transaction %s of %s is served, but nobody sent it.".formatted(id, user));
                } else {
                    compare("Transaction %s of %s".formatted(id, user), expected, Shown.of(row));
                }
            }
        }
        ledger.forEach((id, expected) -> {
            if (!seen.contains(id)) {
                findings.add("Transaction %s of %s is lost: it is not listed.".formatted(id, user));
            }
        });
        return seen.size();
    }

    private void compare(String what, Expected expected, Expected shown) {
        if (!expected.equals(shown)) {
            findings.add("%s must be %s but is %s".formatted(what, expected, shown));
        }
    }

    private void compare(String user, String what, Map<Cell, Sum> cells, Function<Cell, String> key, String query)
            throws InterruptedException {
        Map<String, Sum> expected = UserLedger.rolledUp(cells, key);
        Map<String, Sum> served = new TreeMap<>();
        String range = "&from=" + today.minusYears(YEARS) + "&to=" + today.plusDays(1);
        JsonNode answer = api.settled(Call.get("/users/" + user + "/aggregates?" + query + range))
                .json();
        for (JsonNode row : answer.path("rows")) {
            String currency = row.path("currency").asText();
            Sum sum = new Sum(
                    row.path("count").asLong(),
                    Shown.minor(row.path("inflow"), currency),
                    Shown.minor(row.path("outflow"), currency));
            if (!sum.equals(Sum.ZERO)) {
                served.put(row.path("key").asText() + " " + currency, sum);
            }
        }
        Differences.of(expected, served)
                .forEach(difference -> findings.add("The sums of %s by %s: %s".formatted(user, what, difference)));
    }

    /** Whatever counts as income or as spent, the difference is what came in less what went out. */
    private void checkSummary(String user, UserLedger ledger) throws InterruptedException {
        JsonNode answer =
                api.settled(Call.get("/users/" + user + "/summary?days=30")).json();
        LocalDate since = LocalDate.parse(answer.path("since").asText());
        LocalDate until = LocalDate.parse(answer.path("until").asText());
        Map<String, Net> expected = new TreeMap<>();
        ledger.forEach((id, transaction) -> {
            boolean inside =
                    !transaction.day().isBefore(since) && !transaction.day().isAfter(until);
            if (inside && !transaction.voided()) {
                expected.merge(transaction.currency(), Net.of(transaction), Net::plus);
            }
        });
        Map<String, Net> served = new TreeMap<>();
        answer.path("by_currency").properties().forEach(row -> {
            long income = Shown.minor(row.getValue().path("total_income"), row.getKey());
            long expenses = Shown.minor(row.getValue().path("total_expenses"), row.getKey());
            long count = row.getValue().path("transaction_count").asLong();
            if (count > 0) {
                served.put(row.getKey(), new Net(count, income - expenses));
            }
        });
        Differences.of(expected, served)
                .forEach(difference -> findings.add("The summary of %s: %s".formatted(user, difference)));
    }

    /** Count, and money in less money out. */
    private record Net(long count, long minor) {
        static Net of(Expected transaction) {
            return new Net(1, transaction.inflow() ? transaction.minor() : -transaction.minor());
        }

        Net plus(Net other) {
            return new Net(count + other.count, minor + other.minor);
        }
    }

    private void awaitJobs(String user) throws InterruptedException {
        for (int i = 0; i < MOST_RESTATING; i++) {
            JsonNode page = api.settled(Call.get("/users/" + user + "/transactions?limit=1"))
                    .json();
            if (!page.has("restating")) {
                return;
            }
            Thread.sleep(PAUSE_MILLIS);
        }
        findings.add("A job of %s does not come to its end.".formatted(user));
    }

    private List<JsonNode> pages(String path) throws InterruptedException {
        List<JsonNode> pages = new ArrayList<>();
        String cursor = "";
        do {
            JsonNode page = api.settled(Call.get(path + cursor)).json();
            pages.add(page);
            cursor = page.has("next") ? "&cursor=" + page.get("next").asText() : "";
        } while (!cursor.isEmpty());
        return pages;
    }
}
