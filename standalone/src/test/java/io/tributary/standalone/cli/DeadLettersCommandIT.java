package io.tributary.standalone.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.tributary.schemas.Topics;
import io.tributary.standalone.TestCluster;
import io.tributary.topologies.flow.DeadLetter;
import io.tributary.topologies.flow.Origin;
import io.tributary.topologies.intake.DeadLetterRecords;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.streams.processor.api.Record;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class DeadLettersCommandIT {

    private static final int PARTITIONS = 3;
    private static final String RAW = Topics.EXPENSES_RAW.name();
    private static final byte[] SECRET = "a secret that is no Avro".getBytes(UTF_8);

    private static TestCluster cluster;

    @BeforeAll
    static void start() throws InterruptedException {
        cluster = TestCluster.fresh().withContracts(PARTITIONS);
    }

    @AfterAll
    static void stop() {
        cluster.close();
    }

    @Test
    @Order(1)
    void shouldSayThatThereAreNone() {
        assertThat(Cli.on(cluster, "dead-letters", "list").out().strip()).isEqualTo("There are no dead letters.");
        assertThat(Cli.on(cluster, "dead-letters", "replay", "--all").out().strip())
                .isEqualTo("0 replayed, 0 refused.");
    }

    @Test
    @Order(2)
    void shouldListTheNewestWithoutTheirContent() throws Exception {
        write(letter(1, 7, "ada", SECRET));
        write(letter(2, 8, "bob", SECRET));
        write(letter(0, 9, "eve", new byte[DeadLetterRecords.MAX_VALUE + 1]));

        Cli.Outcome all = Cli.on(cluster, "dead-letters", "list");
        assertThat(all.code()).as(all.err()).isZero();
        assertThat(all.out())
                .contains("of expenses.raw-1@7", "intake/bad-magic-byte", "cannot be replayed", "3 of 3.")
                .doesNotContain("secret");
        Cli.Outcome newest = Cli.on(cluster, "dead-letters", "list", "--limit", "1", "--json");
        JsonNode json = new ObjectMapper().readTree(newest.lines().get(0));
        assertThat(newest.lines()).hasSize(1);
        assertThat(json.path("origin").asText()).isEqualTo("expenses.raw-0@9");
        assertThat(json.path("replayable").asBoolean()).isFalse();
        assertThat(json.path("value_length").asInt()).isEqualTo(DeadLetterRecords.MAX_VALUE + 1);
    }

    @Test
    @Order(3)
    void shouldSendNothingInADryRun() {
        Cli.Outcome outcome = Cli.on(cluster, "dead-letters", "replay", "--all", "--dry-run");
        assertThat(outcome.out()).contains("2 would be replayed, 1 refused.").doesNotContain("secret");
        assertThat(raw()).isEmpty();
    }

    @Test
    @Order(4)
    void shouldReplayOneByItsOriginWithTheSameBytesOnTheSamePartition() {
        Cli.Outcome outcome = Cli.on(cluster, "dead-letters", "replay", "--at", "expenses.raw-1@7");
        assertThat(outcome.code()).as(outcome.err()).isZero();
        assertThat(outcome.out()).contains("1 replayed, 0 refused.");
        assertThat(raw()).singleElement().satisfies(record -> {
            assertThat(record.partition()).isEqualTo(1);
            assertThat(record.key()).isEqualTo("ada".getBytes(UTF_8));
            assertThat(record.value()).isEqualTo(SECRET);
        });
    }

    @Test
    @Order(5)
    void shouldReplayAllAndRefuseWhatWasCut() {
        Cli.Outcome outcome = Cli.on(cluster, "dead-letters", "replay", "--all");
        assertThat(outcome.code()).isZero();
        assertThat(outcome.out()).contains("1 replayed, 1 refused.", "1 replayed before", "it was cut");
        assertThat(raw()).hasSize(2);
    }

    @Test
    @Order(6)
    void shouldSendAgainOnlyWhenToldTo() {
        Cli.Outcome second = Cli.on(cluster, "dead-letters", "replay", "--all");
        assertThat(second.out()).contains("0 replayed, 1 refused.", "2 replayed before");
        assertThat(raw()).hasSize(2);
        assertThat(Cli.on(cluster, "dead-letters", "list").out()).contains("3 of 3.");

        Cli.Outcome again = Cli.on(cluster, "dead-letters", "replay", "--all", "--again");
        assertThat(again.out()).contains("2 replayed, 1 refused.");
        assertThat(raw()).hasSize(4);
    }

    @Test
    @Order(7)
    void shouldSayWhatItCannotDo() {
        Cli.Outcome cut = Cli.on(cluster, "dead-letters", "replay", "--at", "expenses.raw-0@9");
        assertThat(cut.code()).isEqualTo(1);
        assertThat(cut.err().lines()).hasSize(1);
        Cli.Outcome none = Cli.on(cluster, "dead-letters", "replay", "--at", "expenses.raw-0@10");
        assertThat(none.code()).isEqualTo(1);
        assertThat(none.err().strip()).isEqualTo("There is no dead letter at expenses.raw-0@10.");
    }

    private static DeadLetter letter(int partition, long offset, String key, byte[] value) {
        Instant recordedAt = Instant.parse("2026-11-30T10:00:00Z").plusSeconds(offset);
        return new DeadLetter(
                new Origin(RAW, partition, offset, recordedAt, key.getBytes(UTF_8), value),
                "intake",
                "bad-magic-byte",
                "The value does not begin with a 0.");
    }

    private static void write(DeadLetter letter) throws Exception {
        Record<byte[], byte[]> stored = DeadLetterRecords.of(letter);
        Map<String, Object> settings =
                Map.of("bootstrap.servers", cluster.bootstrapServers(), "max.request.size", 3_000_000);
        try (KafkaProducer<byte[], byte[]> producer =
                new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer())) {
            producer.send(new ProducerRecord<>(
                            Topics.DEAD_LETTERS.name(), null, stored.key(), stored.value(), stored.headers()))
                    .get();
        }
    }

    private static List<ConsumerRecord<byte[], byte[]>> raw() {
        List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>();
        try (KafkaConsumer<byte[], byte[]> consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", cluster.bootstrapServers()),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = IntStream.range(0, PARTITIONS)
                    .mapToObj(partition -> new TopicPartition(RAW, partition))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            long count = consumer.endOffsets(partitions).values().stream()
                    .mapToLong(Long::longValue)
                    .sum();
            while (records.size() < count) {
                consumer.poll(Duration.ofMillis(200)).forEach(records::add);
            }
        }
        return records;
    }
}
