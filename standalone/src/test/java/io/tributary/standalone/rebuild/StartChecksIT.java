package io.tributary.standalone.rebuild;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.tributary.api.cluster.Cluster;
import io.tributary.api.cluster.CommittedRecords;
import io.tributary.api.cluster.StartChecks;
import io.tributary.api.config.StartupProblem;
import io.tributary.schemas.Topics;
import io.tributary.standalone.TestCluster;
import io.tributary.standalone.cli.Cli;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What does not fit is said in one sentence, on a real broker, before anything is started. */
class StartChecksIT {

    private static final int PARTITIONS = 2;
    private static final String LOG = Topics.EXPENSES_RAW.name();
    private static final byte[] KEY = "e-some-key".getBytes(StandardCharsets.UTF_8);

    private static TestCluster cluster;
    private static Admin admin;

    @BeforeAll
    static void start() throws InterruptedException {
        cluster = TestCluster.fresh().withContracts(PARTITIONS);
        admin = Admin.create(Map.of("bootstrap.servers", cluster.bootstrapServers()));
    }

    @AfterAll
    static void stop() {
        admin.close();
        cluster.close();
    }

    @Test
    void shouldLetAnApplicationBeginAndGoOn() throws Exception {
        assertThatCode(() -> check("fresh")).doesNotThrowAnyException();
        write("goes-on", 1);
        place("goes-on", LOG, 0, 0);
        place("goes-on", LOG, 1, 0);
        assertThatCode(() -> check("goes-on")).doesNotThrowAnyException();
    }

    @Test
    void shouldRefuseStateOfAnotherNumberOfPartitions() throws Exception {
        create("narrow-jobs-changelog", 1);

        refused("narrow", "The state of narrow was built with 1 partitions, but expenses.raw has 2");
        Cli.Outcome started = Cli.on(cluster, "start", "--set", "application.id=narrow", "--port", "0");
        assertThat(started.code()).isEqualTo(1);
        assertThat(started.err().strip().lines())
                .singleElement()
                .asString()
                .startsWith("The state of narrow was built with 1 partitions, but expenses.raw has 2");
    }

    @Test
    void shouldRefuseARebuildThatWasCutShort() throws Exception {
        write("half", 1);
        place("half", Topics.EXPENSES_PARSED.name(), 0, 0);

        refused("half", "The rebuild of half was cut short: run \"tributary rebuild\" again");
    }

    @Test
    void shouldRefuseStateThatNobodyKnowsThePlaceOf() throws Exception {
        write("lost", 1);

        refused("lost", "There is state of lost but no offset that says up to where it knows expenses.raw");
    }

    @Test
    void shouldTakeWhatWasRolledBackForNoState() throws Exception {
        create("killed-ledger-changelog", PARTITIONS);
        try (KafkaProducer<byte[], byte[]> producer = producer(Map.of("transactional.id", "killed"))) {
            producer.initTransactions();
            producer.beginTransaction();
            producer.send(new ProducerRecord<>("killed-ledger-changelog", 0, KEY, new byte[] {1}))
                    .get();
            producer.abortTransaction();
        }
        assertThatCode(() -> check("killed")).doesNotThrowAnyException();
    }

    @Test
    void shouldRefuseRowsOfALaterVersion() throws Exception {
        write("later", 2);
        place("later", LOG, 0, 0);

        refused("later", "The state of later holds rows that a later version of Tributary wrote");
    }

    @Test
    void shouldRefuseAnotherLogThanTheStatesOwn() throws Exception {
        create("elsewhere-ledger-changelog", PARTITIONS);
        place("elsewhere", LOG, 1, 17);

        refused("elsewhere", "The state of elsewhere knows expenses.raw-1 up to offset 17, but it ends at 0");
    }

    @Test
    void shouldRefuseToGoOnWithoutItsState() throws Exception {
        place("gone", LOG, 0, 5);

        refused("gone", "The application gone has processed expenses.raw-0 up to offset 5, but its topics");
    }

    @Test
    void shouldLetAnApplicationReadTheLogAgainFromItsStart() throws Exception {
        place("reset", LOG, 0, 0);
        place("reset", LOG, 1, 0);
        assertThatCode(() -> check("reset")).doesNotThrowAnyException();
    }

    @Test
    void shouldRefuseASecondApplicationOnTheLog() throws Exception {
        create("first-ledger-changelog", PARTITIONS);
        try (KafkaConsumer<byte[], byte[]> member = new KafkaConsumer<>(
                Map.of("bootstrap.servers", cluster.bootstrapServers(), "group.id", "first"),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer())) {
            member.subscribe(List.of(LOG));
            while (member.assignment().isEmpty()) {
                member.poll(Duration.ofMillis(100));
            }
            refused("second", "The application first is running on the same expenses.raw");
        }
    }

    private static void refused(String applicationId, String sentence) {
        assertThatExceptionOfType(StartupProblem.class)
                .isThrownBy(() -> check(applicationId))
                .withMessageStartingWith(sentence);
    }

    private static void check(String applicationId) {
        Map<String, String> kafka = Map.of("bootstrap.servers", cluster.bootstrapServers());
        new StartChecks(new Cluster(admin), new CommittedRecords(kafka), applicationId, PARTITIONS).run();
    }

    /** A changelog of the ledger with one row, of a layout. */
    private static void write(String applicationId, int layout) throws Exception {
        create(applicationId + "-ledger-changelog", PARTITIONS);
        try (KafkaProducer<byte[], byte[]> producer = producer(Map.of())) {
            producer.send(new ProducerRecord<>(
                            applicationId + "-ledger-changelog", 0, KEY, new byte[] {(byte) layout, 0}))
                    .get();
        }
    }

    private static KafkaProducer<byte[], byte[]> producer(Map<String, Object> more) {
        Map<String, Object> settings = new HashMap<>(more);
        settings.put("bootstrap.servers", cluster.bootstrapServers());
        return new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer());
    }

    private static void create(String topic, int partitions) throws Exception {
        admin.createTopics(List.of(new NewTopic(topic, partitions, (short) 1)))
                .all()
                .get();
    }

    private static void place(String group, String topic, int partition, long offset) throws Exception {
        admin.alterConsumerGroupOffsets(
                        group, Map.of(new TopicPartition(topic, partition), new OffsetAndMetadata(offset)))
                .all()
                .get();
    }
}
