package io.tributary.standalone.drill.check;

import io.tributary.avro.ClassifiedTransaction;
import io.tributary.avro.Insight;
import io.tributary.avro.MonthlyAggregate;
import io.tributary.schemas.Topics;
import io.tributary.schemas.serde.AvroDeserializer;
import io.tributary.schemas.serde.SchemaRegistry;
import io.tributary.standalone.drill.oracle.Cell;
import io.tributary.standalone.drill.oracle.Expected;
import io.tributary.standalone.drill.oracle.Findings;
import io.tributary.standalone.drill.oracle.Oracle;
import io.tributary.standalone.drill.oracle.Sum;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Compares what was published and committed with what the oracle expects. */
public final class PublishedLedger {
    private final TopicReader reader;
    private final SchemaRegistry registry;
    private final Oracle oracle;
    private final Findings findings;

    /** On a broker and a registry. */
    public PublishedLedger(String bootstrapServers, String registryUrl, Oracle oracle, Findings findings) {
        this.reader = new TopicReader(bootstrapServers);
        this.registry = SchemaRegistry.connect(Map.of("schema.registry.url", registryUrl));
        this.oracle = oracle;
        this.findings = findings;
    }

    /** The newest row of every transaction; how many there are. */
    public int checkTransactions() {
        Map<String, Expected> published = new HashMap<>();
        reader.read(
                Topics.EXPENSES_PARSED.name(),
                new AvroDeserializer<>(registry, ClassifiedTransaction.class),
                row -> published.put(row.key(), Shown.of(row.value())));
        Map<String, Expected> expected = new HashMap<>();
        for (String user : oracle.users()) {
            oracle.user(user).forEach((id, transaction) -> expected.put(user + '|' + id, transaction));
        }
        report(Topics.EXPENSES_PARSED.name(), expected, published);
        return published.size();
    }

    /** The newest cells of every month, their buckets put together; how many there are. */
    public int checkMonths() {
        Map<String, MonthlyAggregate> newest = new HashMap<>();
        reader.read(
                Topics.AGGREGATES_MONTHLY.name(),
                new AvroDeserializer<>(registry, MonthlyAggregate.class),
                row -> newest.put(row.key(), row.value()));
        Map<String, Sum> published = new TreeMap<>();
        newest.values().forEach(row -> published.merge(key(row), sum(row), Sum::plus));
        published.values().removeIf(Sum.ZERO::equals);
        Map<String, Sum> expected = new TreeMap<>();
        for (String user : oracle.users()) {
            oracle.user(user).cells().forEach((cell, sum) -> expected.put(key(user, cell), sum));
        }
        report(Topics.AGGREGATES_MONTHLY.name(), expected, published);
        return newest.size();
    }

    /** No revision of a finding is announced twice; how many there are. */
    public int checkInsights() {
        Set<String> seen = new HashSet<>();
        reader.read(Topics.INSIGHTS_EVENTS.name(), new AvroDeserializer<>(registry, Insight.class), row -> {
            Insight insight = row.value();
            String name = insight.getUserId() + ' ' + insight.getInsightId() + " revision " + insight.getRevision();
            if (!seen.add(name)) {
                findings.add("%s: %s was announced twice.".formatted(Topics.INSIGHTS_EVENTS.name(), name));
            }
        });
        return seen.size();
    }

    /** Nothing that was sent is beyond processing. */
    public void checkDeadLetters() {
        reader.read(
                Topics.DEAD_LETTERS.name(),
                new ByteArrayDeserializer(),
                row -> findings.add(
                        "There is a dead letter at %s-%d@%d".formatted(row.topic(), row.partition(), row.offset())));
    }

    private <V> void report(String topic, Map<String, V> expected, Map<String, V> published) {
        Differences.of(expected, published).forEach(difference -> findings.add(topic + ": " + difference));
    }

    private static String key(MonthlyAggregate row) {
        return key(row.getUserId(), new Cell(YearMonth.parse(row.getMonth()), row.getCurrency(), row.getCategory()));
    }

    private static String key(String user, Cell cell) {
        return user + ' ' + cell.month() + ' ' + cell.currency() + ' ' + cell.category();
    }

    private static Sum sum(MonthlyAggregate row) {
        return new Sum(row.getInflowCount() + row.getOutflowCount(), row.getInflowMinor(), row.getOutflowMinor());
    }
}
