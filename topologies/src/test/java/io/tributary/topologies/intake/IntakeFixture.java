package io.tributary.topologies.intake;

import io.tributary.avro.Rejection;
import io.tributary.schemas.Partitioning;
import io.tributary.schemas.Topics;
import io.tributary.schemas.serde.AvroSerializer;
import io.tributary.schemas.serde.RegistryInMemory;
import io.tributary.schemas.serde.SchemaUse;
import io.tributary.schemas.serde.SpecificDecoder;
import io.tributary.schemas.serde.SubjectNames;
import io.tributary.topologies.flow.Input;
import io.tributary.topologies.flow.Rejected;
import io.tributary.topologies.progress.PositionBoard;
import io.tributary.topologies.progress.ProgressProcessor;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.stream.IntStream;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.TopologyConfig;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.KStream;
import org.apache.kafka.streams.kstream.Named;
import org.apache.kafka.streams.kstream.Produced;
import org.apache.kafka.streams.test.TestRecord;
import org.jspecify.annotations.Nullable;

/** Intake and progress on a raw topic, with everything that comes out at hand. */
final class IntakeFixture implements AutoCloseable {

    static final Instant NOW = Instant.parse("2026-06-15T12:30:00Z");

    private static final int PARTITIONS = 6;
    private static final String RAW = Topics.EXPENSES_RAW.name();
    private static final String RESENT = "resent";
    private static final String DEAD = Topics.DEAD_LETTERS.name();

    final RegistryInMemory registry = new RegistryInMemory();
    final PositionBoard positions = new PositionBoard();
    final List<Input> inputs = new ArrayList<>();
    final List<Rejection> rejections = new ArrayList<>();

    private final AvroSerializer<SpecificRecord> serializer =
            new AvroSerializer<>(registry, SubjectNames.TOPIC_RECORD_NAME, SchemaUse.REGISTER);
    private final Topology topology;
    private final TopologyTestDriver driver;
    private final TestInputTopic<byte[], byte[]> raw;
    private final TestOutputTopic<String, byte[]> resent;
    private final TestOutputTopic<byte[], byte[]> deadLetters;

    IntakeFixture() {
        this.topology = topology();
        this.driver = new TopologyTestDriver(topology, config());
        this.raw = driver.createInputTopic(RAW, new ByteArraySerializer(), new ByteArraySerializer());
        this.resent = driver.createOutputTopic(RESENT, new StringDeserializer(), new ByteArrayDeserializer());
        this.deadLetters = driver.createOutputTopic(DEAD, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }

    /** Puts bytes on the raw topic, without a key. */
    void pipe(byte @Nullable [] value) {
        raw.pipeInput(new TestRecord<>(null, value, NOW));
    }

    /** Puts a record on the raw topic, without a key. */
    void pipe(SpecificRecord record) {
        pipe(bytes(record));
    }

    /** Puts a record with key and headers on the raw topic. */
    void pipe(TestRecord<byte[], byte[]> record) {
        raw.pipeInput(record);
    }

    /** The record as it stands on the topic. */
    byte[] bytes(SpecificRecord record) {
        byte[] bytes = serializer.serialize(RAW, record);
        if (bytes == null) {
            throw new AssertionError("a record was written as nothing");
        }
        return bytes;
    }

    /** A body under the id of a schema. */
    static byte[] framed(int schemaId, byte[] body) {
        return ByteBuffer.allocate(5 + body.length)
                .put((byte) 0)
                .putInt(schemaId)
                .put(body)
                .array();
    }

    List<StoredDeadLetter> deadLetters() {
        return deadLetters.readRecordsToList().stream()
                .map(record -> DeadLetterReader.read(record.key(), record.value(), record.headers())
                        .orElseThrow())
                .toList();
    }

    List<TestRecord<String, byte[]>> resent() {
        return resent.readRecordsToList();
    }

    String description() {
        return topology.describe().toString();
    }

    /** A user whom the partition owns; the driver has partition 0. */
    static String userOn(int partition) {
        return IntStream.range(0, 1_000)
                .mapToObj(i -> "user-" + i)
                .filter(user -> Partitioning.partition(user, PARTITIONS) == partition)
                .findFirst()
                .orElseThrow();
    }

    @Override
    public void close() {
        driver.close();
    }

    private Topology topology() {
        StreamsBuilder builder = new StreamsBuilder(new TopologyConfig(new StreamsConfig(config())));
        KStream<byte[], byte[]> source = builder.stream(
                RAW, Consumed.with(Serdes.ByteArray(), Serdes.ByteArray()).withName("raw-source"));
        IntakeConfig config = new IntakeConfig(PARTITIONS, SpecificDecoder.of(Topics.EXPENSES_RAW, registry));
        IntakeStreams streams = new IntakeTopology(config).apply(source);
        streams.inputs().foreach((user, input) -> inputs.add(input), Named.as("test-inputs"));
        streams.rejected()
                .foreach((user, rejected) -> rejections.add(requireUser(user, rejected)), Named.as("test-rejected"));
        streams.misplaced()
                .to(RESENT, Produced.with(Serdes.String(), Serdes.ByteArray()).withName("resent-sink"));
        streams.deadLetters()
                .process(DeadLetterProcessor::new, Named.as("dead-letters-write"))
                .to(DEAD, Produced.with(Serdes.ByteArray(), Serdes.ByteArray()).withName("dead-letters-sink"));
        source.process(() -> new ProgressProcessor(positions), Named.as("progress"));
        return builder.build();
    }

    private static Rejection requireUser(String user, Rejected rejected) {
        if (!user.equals(rejected.userId())) {
            throw new AssertionError("the key of a rejection is its user");
        }
        return RejectionRecords.of(rejected);
    }

    private static Properties config() {
        Properties properties = new Properties();
        properties.put(StreamsConfig.APPLICATION_ID_CONFIG, "intake-test");
        properties.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, "localhost:1");
        properties.put(StreamsConfig.ENSURE_EXPLICIT_INTERNAL_RESOURCE_NAMING_CONFIG, "true");
        return properties;
    }
}
