package io.tributary.api.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.tributary.avro.FeeCharged;
import io.tributary.avro.Insight;
import io.tributary.avro.InsightState;
import io.tributary.avro.Money;
import io.tributary.avro.Severity;
import io.tributary.schemas.Topics;
import io.tributary.schemas.serde.AvroSerializer;
import io.tributary.schemas.serde.RegistryInMemory;
import io.tributary.schemas.serde.SchemaUse;
import io.tributary.schemas.serde.SubjectNames;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.Node;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

final class InsightHubTest {

    private static final String TOPIC = Topics.INSIGHTS_EVENTS.name();
    private static final TopicPartition PARTITION = new TopicPartition(TOPIC, 0);

    private final RegistryInMemory registry = new RegistryInMemory();
    private final InsightConsumers consumers = new InsightConsumers(Map.of(), registry);
    private final AvroSerializer<Insight> serializer =
            new AvroSerializer<>(registry, SubjectNames.TOPIC_NAME, SchemaUse.REGISTER);
    private final MockConsumer<byte[], byte[]> consumer = new MockConsumer<>("earliest");

    InsightHubTest() {
        Node node = new Node(1, "localhost", 1);
        Node[] replicas = {node};
        consumer.updatePartitions(TOPIC, List.of(new PartitionInfo(TOPIC, 0, node, replicas, replicas)));
        consumer.updateBeginningOffsets(Map.of(PARTITION, 0L));
        consumer.updateEndOffsets(Map.of(PARTITION, 0L));
    }

    @Test
    void shouldReplayAllUpToTheEndHoweverMuchThereIs() {
        int count = 5_000;
        consumer.updateEndOffsets(Map.of(PARTITION, (long) count));
        byte[] ada = insight("ada");
        byte[] bob = insight("bob");
        List<Long> told = new ArrayList<>();
        try (Replay replay = Replay.open(consumers, consumer, "ada", 9)) {
            for (int i = 0; i < count; i++) {
                consumer.addRecord(message(i, i % 2 == 0 ? ada : bob));
            }
            while (!replay.isDone()) {
                replay.next().forEach(announcement -> told.add(announcement.offset()));
            }
        }
        assertThat(told).hasSize(count / 2 - 5).startsWith(10L).endsWith(4_998L).isSorted();
        assertThat(consumer.closed()).isTrue();
    }

    @Test
    void shouldReadNoMoreOfAReplayAtOnceThanOnePollBrings() {
        consumer.setMaxPollRecords(500);
        consumer.updateEndOffsets(Map.of(PARTITION, 1_200L));
        byte[] ada = insight("ada");
        List<Integer> chunks = new ArrayList<>();
        try (Replay replay = Replay.open(consumers, consumer, "ada", -1)) {
            for (int i = 0; i < 1_200; i++) {
                consumer.addRecord(message(i, ada));
            }
            while (!replay.isDone()) {
                chunks.add(replay.next().size());
            }
        }
        assertThat(chunks).containsExactly(500, 500, 200);
    }

    @Test
    void shouldGoOnWhereItWasWhenTheRegistryIsBack() throws InterruptedException {
        byte[] first = insight("ada");
        try (InsightHub hub = new InsightHub(consumers, consumer)) {
            Listener listener = new Listener("ada");
            hub.add(listener);
            registry.away(true);
            consumer.schedulePollTask(() -> consumer.addRecord(message(0, first)));
            hub.follow();
            assertThat(listener.next(Duration.ZERO)).isNull();

            registry.away(false);
            consumer.schedulePollTask(() -> consumer.addRecord(message(0, first)));
            hub.follow();
            assertThat(Objects.requireNonNull(listener.next(Duration.ZERO)).offset())
                    .isZero();
            assertThat(listener.isCutOff()).isFalse();
        }
    }

    @Test
    void shouldOutliveAnyFailureOfTheBroker() throws InterruptedException {
        byte[] first = insight("ada");
        try (InsightHub hub = new InsightHub(consumers, consumer)) {
            Listener listener = new Listener("ada");
            hub.add(listener);
            consumer.schedulePollTask(() -> consumer.setPollException(new KafkaException("no")));
            hub.follow();
            hub.follow();
            consumer.schedulePollTask(() -> consumer.addRecord(message(0, first)));
            hub.follow();
            assertThat(listener.next(Duration.ZERO)).isNotNull();
        }
    }

    @Test
    void shouldTellNobodyWhoHasGoneAndWhoeverComesAfterwards() throws InterruptedException {
        try (InsightHub hub = new InsightHub(consumers, consumer)) {
            Listener gone = new Listener("ada");
            Listener stays = new Listener("ada");
            hub.add(gone);
            hub.remove(gone);
            hub.add(stays);
            byte[] first = insight("ada");
            consumer.schedulePollTask(() -> consumer.addRecord(message(0, first)));
            hub.follow();
            assertThat(gone.next(Duration.ZERO)).isNull();
            assertThat(stays.next(Duration.ZERO)).isNotNull();
        }
    }

    private static ConsumerRecord<byte[], byte[]> message(long offset, byte[] value) {
        return new ConsumerRecord<>(TOPIC, 0, offset, new byte[0], value);
    }

    private byte[] insight(String user) {
        return serializer.encode(
                TOPIC,
                new Insight(
                        "FEE_CHARGED|t|1",
                        user,
                        "FEE_CHARGED",
                        1L,
                        InsightState.OPEN,
                        Severity.NOTICE,
                        Instant.EPOCH,
                        List.of("t"),
                        null,
                        true,
                        new FeeCharged(new Money(150L, "GBP"), "BANK_FEES_ATM_FEES", "ATM fee"),
                        Instant.EPOCH,
                        1L));
    }
}
