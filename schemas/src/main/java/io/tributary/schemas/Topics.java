package io.tributary.schemas;

import io.tributary.avro.ClassifiedTransaction;
import io.tributary.avro.Continue;
import io.tributary.avro.FxRates;
import io.tributary.avro.Insight;
import io.tributary.avro.MonthlyAggregate;
import io.tributary.avro.RawTransaction;
import io.tributary.avro.Rejection;
import io.tributary.avro.Tick;
import io.tributary.avro.UserCommand;
import io.tributary.avro.UserState;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.avro.specific.SpecificRecord;

/** Every topic of Tributary, and the only place where a topic's name stands. */
public final class Topics {

    /** The single input: facts, commands, ticks and continues, in the one order that decides. */
    public static final Topic<String, RawTransaction> EXPENSES_RAW = new Topic<>(
            "expenses.raw",
            String.class,
            RawTransaction.class,
            List.of(UserCommand.class, Tick.class, Continue.class),
            new Cleanup.Delete(Duration.ofDays(30)),
            Topic.DEFAULT_MAX_MESSAGE_BYTES,
            new Flow("user", "producers, API, pacemaker", "intake", "what happened, in the order that counts"));

    /** The system of record: the whole current state of every ledger entry. */
    public static final Topic<String, ClassifiedTransaction> EXPENSES_PARSED = compact(
            "expenses.parsed",
            ClassifiedTransaction.class,
            new Flow("user|transaction", "ledger", "sinks, consumers, rebuild", "every transaction as it now stands"));

    /** Records that could be read but break a rule. */
    public static final Topic<String, Rejection> EXPENSES_REJECTED = log(
            "expenses.rejected",
            Rejection.class,
            30,
            new Flow("user", "intake, ledger", "poster, operators", "what was refused, by which rule"));

    /** What users have set, one current value a key. */
    public static final Topic<String, UserState> USERS_STATE = compact(
            "users.state",
            UserState.class,
            new Flow("user|kind|id", "users", "sinks, rebuild", "profiles, rules, corrections, running jobs"));

    /** One cell of a user's month. */
    public static final Topic<String, MonthlyAggregate> AGGREGATES_MONTHLY = compact(
            "aggregates.monthly",
            MonthlyAggregate.class,
            new Flow("user|month|currency|category|bucket", "ledger", "sinks", "exact counts and sums of a month"));

    /** Announcements: findings as they open, change and are withdrawn. */
    public static final Topic<String, Insight> INSIGHTS_EVENTS = log(
            "insights.events",
            Insight.class,
            90,
            new Flow("user", "insight", "alert consumers, webhooks, SSE, sinks", "what is worth telling a user"));

    /** Exchange rates, one record a day and base currency. */
    public static final Topic<String, FxRates> FX_RATES = compact(
            "fx.rates",
            FxRates.class,
            new Flow("base|day", "operators", "read side", "exchange rates, applied when a total is read"));

    /** What could not be read or made a feature throw, as original bytes. */
    public static final Topic<byte[], byte[]> DEAD_LETTERS = new Topic<>(
            "tributary.dead-letters",
            byte[].class,
            byte[].class,
            List.of(),
            new Cleanup.Delete(Duration.ofDays(90)),
            // A value of 1 MiB, a key and the headers with cause and origin must fit even uncompressed.
            3 * Topic.DEFAULT_MAX_MESSAGE_BYTES,
            new Flow("original key", "everywhere", "operators, replay", "what could not be processed, and why"));

    private static final List<Topic<?, ?>> ALL = List.of(
            EXPENSES_RAW,
            EXPENSES_PARSED,
            EXPENSES_REJECTED,
            USERS_STATE,
            AGGREGATES_MONTHLY,
            INSIGHTS_EVENTS,
            FX_RATES,
            DEAD_LETTERS);

    private Topics() {}

    /** Every topic, in the order of the flow. */
    public static List<Topic<?, ?>> all() {
        return ALL;
    }

    /** The topic of that name, if it is one of Tributary's. */
    public static Optional<Topic<?, ?>> byName(String name) {
        return ALL.stream().filter(topic -> topic.name().equals(name)).findFirst();
    }

    /** The topic table of the documentation, from its head to its last row. */
    public static String markdownTable() {
        return ALL.stream().map(Topic::markdownRow).collect(Collectors.joining("\n", """
                        | topic | key | value | cleanup | from | to | what |
                        |---|---|---|---|---|---|---|
                        """, "\n"));
    }

    private static <V extends SpecificRecord> Topic<String, V> compact(String name, Class<V> type, Flow flow) {
        return new Topic<>(
                name, String.class, type, List.of(), new Cleanup.Compact(), Topic.DEFAULT_MAX_MESSAGE_BYTES, flow);
    }

    private static <V extends SpecificRecord> Topic<String, V> log(String name, Class<V> type, int days, Flow flow) {
        Cleanup cleanup = new Cleanup.Delete(Duration.ofDays(days));
        return new Topic<>(name, String.class, type, List.of(), cleanup, Topic.DEFAULT_MAX_MESSAGE_BYTES, flow);
    }
}
