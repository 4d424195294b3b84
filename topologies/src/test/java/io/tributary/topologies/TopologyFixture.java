package io.tributary.topologies;

import io.tributary.avro.ClassifiedTransaction;
import io.tributary.avro.Continue;
import io.tributary.avro.Insight;
import io.tributary.avro.MonthlyAggregate;
import io.tributary.avro.Rejection;
import io.tributary.avro.Tick;
import io.tributary.avro.UserState;
import io.tributary.schemas.Topic;
import io.tributary.schemas.Topics;
import io.tributary.schemas.serde.AvroSerde;
import io.tributary.schemas.serde.AvroSerializer;
import io.tributary.schemas.serde.RegistryInMemory;
import io.tributary.schemas.serde.SchemaRegistry;
import io.tributary.schemas.serde.SchemaUse;
import io.tributary.schemas.serde.SubjectNames;
import io.tributary.topologies.flow.Classifier;
import io.tributary.topologies.guard.GuardView;
import io.tributary.topologies.insight.InsightView;
import io.tributary.topologies.job.JobView;
import io.tributary.topologies.ledger.LedgerView;
import io.tributary.topologies.merchant.MerchantView;
import io.tributary.topologies.progress.PositionBoard;
import io.tributary.topologies.settings.SettingsView;
import io.tributary.topologies.state.StoreNames;
import io.tributary.topologies.totals.TotalsView;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.test.TestRecord;

/**
 * The whole pipeline on real stores, driven record by record. Time is the log's: it moves when the test says so, and by
 * a millisecond with every record.
 */
public final class TopologyFixture implements AutoCloseable {

    /** When the log starts, unless the test says otherwise. */
    public static final Instant START = Instant.parse("2026-06-15T12:00:00Z");

    private static final int MOST_BEATS = 10_000;

    private final RegistryInMemory registry = new RegistryInMemory();
    private final PositionBoard positions = new PositionBoard();
    private final AvroSerializer<SpecificRecord> facts =
            new AvroSerializer<>(registry, SubjectNames.TOPIC_NAME, SchemaUse.REGISTER);
    private final AvroSerializer<SpecificRecord> others =
            new AvroSerializer<>(registry, SubjectNames.TOPIC_RECORD_NAME, SchemaUse.REGISTER);
    private final Path stateFolder;
    private final TopologyTestDriver driver;
    private final TestInputTopic<String, byte[]> raw;
    private Instant now = START;
    private int appended;
    private boolean closed;

    private TopologyFixture(
            PipelineConfig config, Supplier<Classifier> classifiers, Map<String, ? extends Object> streams) {
        try {
            stateFolder = Files.createTempDirectory("tributary-test");
        } catch (IOException noTemporaryFolder) {
            throw new UncheckedIOException(noTemporaryFolder);
        }
        Properties properties = properties(stateFolder);
        properties.putAll(streams);
        Topology topology =
                new Pipeline(config, registry, SchemaUse.REGISTER, classifiers, positions).build(properties);
        driver = new TopologyTestDriver(topology, properties, START);
        raw = driver.createInputTopic(
                Topics.EXPENSES_RAW.name(), new StringSerializer(), new ByteArraySerializer(), START, Duration.ZERO);
    }

    /** The pipeline as it ships, with a classifier that tests can see through. */
    public static TopologyFixture open() {
        return open(PipelineConfig.defaults(1));
    }

    /** The pipeline with other settings. */
    public static TopologyFixture open(PipelineConfig config) {
        return open(config, PlainClassifier::new);
    }

    /** The pipeline with another classifier. */
    public static TopologyFixture open(PipelineConfig config, Supplier<Classifier> classifiers) {
        return open(config, classifiers, Map.of());
    }

    /** The pipeline with more settings for Streams. */
    public static TopologyFixture open(
            PipelineConfig config, Supplier<Classifier> classifiers, Map<String, ? extends Object> streams) {
        return new TopologyFixture(config, classifiers, streams);
    }

    /** What a restart makes of this one, perhaps with other settings: the same rows, nothing on the heap. */
    public TopologyFixture restarted(PipelineConfig config, Map<String, ? extends Object> streams) {
        TopologyFixture restarted = open(config, PlainClassifier::new, streams);
        restarted.skip(appended);
        restarted.now = now;
        for (String name : StoreNames.all()) {
            KeyValueStore<Bytes, byte[]> from = driver.getKeyValueStore(name);
            KeyValueStore<Bytes, byte[]> to = restarted.driver.getKeyValueStore(name);
            if (from != null && to != null) {
                try (KeyValueIterator<Bytes, byte[]> rows = from.all()) {
                    rows.forEachRemaining(row -> to.put(row.key, row.value));
                }
            }
        }
        close();
        return restarted;
    }

    /** Offsets go on where they were: the log is the same. */
    private void skip(int records) {
        for (int i = 0; i < records; i++) {
            appendBytes("key", new byte[0]);
        }
        var unused = deadLetterRecords();
    }

    /** What Streams is told in production and here alike. */
    public static Properties properties(Path stateFolder) {
        Properties properties = new Properties();
        properties.put(StreamsConfig.APPLICATION_ID_CONFIG, "tributary-test");
        properties.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, "nowhere:1");
        properties.put(StreamsConfig.STATE_DIR_CONFIG, stateFolder.toString());
        properties.put(StreamsConfig.STATESTORE_CACHE_MAX_BYTES_CONFIG, 0);
        properties.put(StreamsConfig.ENSURE_EXPLICIT_INTERNAL_RESOURCE_NAMING_CONFIG, true);
        return properties;
    }

    /** From now on it is this time. */
    public TopologyFixture at(Instant instant) {
        now = instant;
        return this;
    }

    /** Appends records, one after the other. */
    public TopologyFixture append(SpecificRecord... records) {
        for (SpecificRecord record : records) {
            boolean fact = record.getClass().equals(Topics.EXPENSES_RAW.valueType());
            byte[] value = (fact ? facts : others).serialize(Topics.EXPENSES_RAW.name(), record);
            appendBytes("key", Objects.requireNonNull(value));
        }
        return this;
    }

    /** Appends bytes that may be anything. */
    public TopologyFixture appendBytes(String key, byte[] value) {
        raw.pipeInput(new TestRecord<>(key, value, new RecordHeaders(), now));
        now = now.plusMillis(1);
        appended++;
        return this;
    }

    /** Time passes: a tick at this moment. */
    public TopologyFixture tick() {
        return append(new Tick("test"));
    }

    /** Does what the pacemaker does, until no job is left. */
    public TopologyFixture runJobs() {
        List<Continue> due = due();
        for (int beats = 0; !due.isEmpty(); beats++) {
            if (beats == MOST_BEATS) {
                throw new AssertionError("jobs that never end: " + due);
            }
            due.forEach(this::append);
            due = due();
        }
        return this;
    }

    /** What the pacemaker would append next. */
    public List<Continue> due() {
        List<Continue> due = new ArrayList<>(guard().due());
        jobs().running().forEach(job -> due.add(new Continue(job.getUserId(), job.getJobId(), job.getStep())));
        return due;
    }

    /** The ledger as queries see it. */
    public LedgerView ledger() {
        return new LedgerView(store(StoreNames.LEDGER));
    }

    /** The totals as queries see them. */
    public TotalsView totals() {
        return new TotalsView(store(StoreNames.TOTALS));
    }

    /** Merchants as queries see them. */
    public MerchantView merchants() {
        return new MerchantView(store(StoreNames.MERCHANTS));
    }

    /** Findings as queries see them. */
    public InsightView insights() {
        return new InsightView(store(StoreNames.INSIGHTS));
    }

    /** Jobs and verdicts as queries see them. */
    public JobView jobs() {
        return new JobView(store(StoreNames.JOBS));
    }

    /** Which features are incomplete, as queries see it. */
    public GuardView guard() {
        return new GuardView(store(StoreNames.JOBS));
    }

    /** Settings as queries see them. */
    public SettingsView settings() {
        return new SettingsView(store(StoreNames.USERS));
    }

    /** A store, for looking at bytes. */
    public KeyValueStore<Bytes, byte[]> store(String name) {
        return driver.getKeyValueStore(name);
    }

    /** How far the pipeline says it has come. */
    public PositionBoard positions() {
        return positions;
    }

    /** What went to expenses.parsed since last asked. */
    public List<ClassifiedTransaction> parsed() {
        return read(Topics.EXPENSES_PARSED);
    }

    /** What went to aggregates.monthly since last asked. */
    public List<MonthlyAggregate> aggregates() {
        return read(Topics.AGGREGATES_MONTHLY);
    }

    /** What went to users.state since last asked. */
    public List<UserState> userStates() {
        return read(Topics.USERS_STATE);
    }

    /** What went to insights.events since last asked. */
    public List<Insight> announced() {
        return read(Topics.INSIGHTS_EVENTS);
    }

    /** What went to expenses.rejected since last asked. */
    public List<Rejection> rejected() {
        return read(Topics.EXPENSES_REJECTED);
    }

    /** What went to a topic since last asked, as bytes. */
    public List<KeyValue<byte[], byte[]>> published(Topic<?, ?> topic) {
        return driver.createOutputTopic(
                        topic.name(),
                        Serdes.ByteArray().deserializer(),
                        Serdes.ByteArray().deserializer())
                .readKeyValuesToList();
    }

    /** The registry that knows the schemas of what went out. */
    public SchemaRegistry registry() {
        return registry;
    }

    /** How many dead letters there were since last asked. */
    public int deadLetters() {
        return deadLetterRecords().size();
    }

    /** The dead letters since last asked. */
    public List<TestRecord<byte[], byte[]>> deadLetterRecords() {
        return driver.createOutputTopic(
                        Topics.DEAD_LETTERS.name(),
                        Serdes.ByteArray().deserializer(),
                        Serdes.ByteArray().deserializer())
                .readRecordsToList();
    }

    private <V extends SpecificRecord> List<V> read(Topic<String, V> topic) {
        return driver.createOutputTopic(
                        topic.name(),
                        Serdes.String().deserializer(),
                        AvroSerde.of(topic, registry, SchemaUse.REGISTER).deserializer())
                .readValuesToList();
    }

    @Override
    public void close() {
        if (closed) {
            return;
        }
        closed = true;
        driver.close();
        try (Stream<Path> files = Files.walk(stateFolder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException left) {
            throw new UncheckedIOException(left);
        }
    }
}
