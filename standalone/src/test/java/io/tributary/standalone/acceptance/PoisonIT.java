package io.tributary.standalone.acceptance;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tributary.avro.Rejection;
import io.tributary.avro.Violation;
import io.tributary.schemas.TestTransactions;
import io.tributary.schemas.Topics;
import io.tributary.schemas.serde.AvroDeserializer;
import io.tributary.schemas.serde.SchemaRegistry;
import io.tributary.standalone.acceptance.Poison.Sample;
import io.tributary.topologies.intake.DeadLetterReader;
import io.tributary.topologies.intake.StoredDeadLetter;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Nothing that a producer can write stops the records after it, and what is wrong with it can be looked up. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PoisonIT {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    /** What Kafka's batch and record headers take of the topic's limit, at most. */
    private static final int MOST_OVERHEAD = 120;

    private final TestServer server = TestServer.shared();
    private final HttpApi api = new HttpApi(server.url());
    private final TopicSearch topics = new TopicSearch(server.cluster());
    private final SchemaRegistry registry = SchemaRegistry.connect(
            Map.of("schema.registry.url", server.cluster().registryUrl()));
    private final Poison poison = new Poison(registry);
    private final Map<String, RecordMetadata> sent = new HashMap<>();
    private final AvroDeserializer<Rejection> rejections = new AvroDeserializer<>(registry, Rejection.class);

    @BeforeAll
    void sendEachWithAGoodRecordAfterIt() {
        try (RawProducer plain = new RawProducer(server.cluster(), "none");
                RawProducer gzip = new RawProducer(server.cluster(), "gzip")) {
            poison.samples().forEach(sample -> send(plain, sample));
            sendLargest(plain);
            send(gzip, poison.inflated());
        }
    }

    Stream<Sample> samples() {
        return Stream.concat(poison.samples().stream(), Stream.of(Poison.noise(MOST_OVERHEAD), poison.inflated()));
    }

    @ParameterizedTest
    @MethodSource("samples")
    void shouldSayWhatIsWrongAndGoOn(Sample sample) {
        RecordMetadata at = Objects.requireNonNull(sent.get(sample.name()));

        Optional<String> reason = topics.await(sample.topic().name(), PATIENCE, found -> reason(found, at));

        assertThat(reason).contains(sample.reason());
        awaitGood(sample.user());
    }

    @Test
    void shouldKeepWhatItCanOfWhatIsTooLarge() {
        RecordMetadata at = Objects.requireNonNull(sent.get("inflated"));

        StoredDeadLetter letter = topics.await(Topics.DEAD_LETTERS.name(), PATIENCE, found -> letter(found)
                        .filter(it -> isFrom(it, at)))
                .orElseThrow();

        assertThat(letter.truncated()).isTrue();
        assertThat(letter.replayable()).isFalse();
        assertThat(letter.value()).hasSize(1 << 20);
        assertThat(letter.valueLength()).isGreaterThan(10_000_000);
        assertThat(letter.valueSha256()).hasSize(64);
    }

    @Test
    void shouldTakeARecordWithoutKey() {
        String user = "poison-no-key";
        try (RawProducer producer = new RawProducer(server.cluster(), "none")) {
            producer.send(RawProducer.partitionOf(user), null, good(user));
        }

        awaitGood(user);
    }

    @Test
    void shouldCountARecordOfTheWrongPartitionOnce() {
        String user = "poison-misplaced";
        int own = RawProducer.partitionOf(user);
        try (RawProducer producer = new RawProducer(server.cluster(), "none")) {
            producer.send((own + 1) % TestServer.PARTITIONS, user, good(user));
            producer.send((own + 2) % TestServer.PARTITIONS, user, good(user));
        }

        awaitGood(user);
        assertThat(api.get(HttpApi.user(user, "transactions")).json().findValuesAsText("id"))
                .containsExactly("good");
        assertThat(topics.count(Topics.DEAD_LETTERS.name(), found -> isKeyed(found, user)))
                .isZero();
    }

    private void send(RawProducer producer, Sample sample) {
        sent.put(sample.name(), producer.send(sample.user(), sample.value()));
        producer.send(sample.user(), good(sample.user()));
    }

    private void sendLargest(RawProducer producer) {
        int length = Topics.EXPENSES_RAW.maxMessageBytes();
        assertThatThrownBy(() -> producer.send(
                        Sample.user("largest"), Poison.noise(length).value()))
                .isInstanceOf(RecordTooLargeException.class);
        int largest = length - 1;
        while (!isTaken(producer, Poison.noise(largest))) {
            largest--;
        }
        assertThat(largest).isGreaterThan(length - MOST_OVERHEAD);
    }

    private boolean isTaken(RawProducer producer, Sample sample) {
        try {
            send(producer, sample);
            return true;
        } catch (RecordTooLargeException tooLarge) {
            return false;
        }
    }

    private byte[] good(String user) {
        return poison.encode(
                TestTransactions.transaction().user(user).id("good").build());
    }

    private void awaitGood(String user) {
        String path = HttpApi.user(user, "transactions/good");
        Awaitility.await("the good record of " + user)
                .atMost(PATIENCE)
                .until(() -> api.get(path).status() == 200);
    }

    private Optional<String> reason(ConsumerRecord<byte[], byte[]> found, RecordMetadata at) {
        if (found.topic().equals(Topics.DEAD_LETTERS.name())) {
            return letter(found).filter(letter -> isFrom(letter, at)).map(StoredDeadLetter::cause);
        }
        Rejection rejection = Objects.requireNonNull(rejections.deserialize(found.topic(), found.value()));
        boolean same = rejection.getOrigin().getPartition() == at.partition()
                && rejection.getOrigin().getOffset() == at.offset();
        return same ? rejection.getViolations().stream().map(Violation::getRule).findFirst() : Optional.empty();
    }

    private static Optional<StoredDeadLetter> letter(ConsumerRecord<byte[], byte[]> found) {
        return DeadLetterReader.read(found.key(), found.value(), found.headers());
    }

    private static boolean isFrom(StoredDeadLetter letter, RecordMetadata at) {
        return letter.partition() == at.partition() && letter.offset() == at.offset();
    }

    private static boolean isKeyed(ConsumerRecord<byte[], byte[]> found, String key) {
        return found.key() != null && key.equals(new String(found.key(), UTF_8));
    }
}
