package io.tributary.api.fx;

import static org.assertj.core.api.Assertions.assertThat;

import io.tributary.api.ingest.RawLog.Appended;
import io.tributary.avro.FxRates;
import io.tributary.schemas.Topics;
import io.tributary.schemas.serde.AvroSerializer;
import io.tributary.schemas.serde.RegistryInMemory;
import io.tributary.schemas.serde.SchemaUse;
import io.tributary.schemas.serde.SubjectNames;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.common.Node;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class FxTailTest {

    private static final String TOPIC = Topics.FX_RATES.name();
    private static final TopicPartition PARTITION = new TopicPartition(TOPIC, 0);
    private static final LocalDate FRIDAY = LocalDate.of(2026, 11, 27);

    private final RegistryInMemory registry = new RegistryInMemory();
    private final AvroSerializer<FxRates> serializer =
            new AvroSerializer<>(registry, SubjectNames.TOPIC_NAME, SchemaUse.REGISTER);
    private final MockConsumer<String, byte[]> consumer = new MockConsumer<>("earliest");
    private final FxTail tail = new FxTail(consumer, registry);

    FxTailTest() {
        Node node = new Node(1, "localhost", 1);
        Node[] replicas = {node};
        consumer.updatePartitions(TOPIC, List.of(new PartitionInfo(TOPIC, 0, node, replicas, replicas)));
        consumer.updateBeginningOffsets(Map.of(PARTITION, 0L));
        consumer.updateEndOffsets(Map.of(PARTITION, 0L));
    }

    @Test
    void shouldKeepWhatTheTopicSaysAndForgetWhatItTakesBack() {
        append(0, "EUR|2026-11-27", rates("1.1575"));
        append(1, "EUR|2026-11-27", rates("1.1600"));
        append(2, "EUR|2026-11-26", rates(FRIDAY.minusDays(1), "1.1000"));
        append(3, "EUR|2026-11-26", null);

        assertThat(tail.table().rate(FRIDAY, "EUR", "USD")).contains(new BigDecimal("1.1600"));
        assertThat(tail.table().rate(FRIDAY.minusDays(1), "EUR", "USD")).isEmpty();
        assertThat(tail.await(new Appended(0, 3), Duration.ZERO)).isTrue();
        assertThat(tail.await(new Appended(0, 4), Duration.ZERO)).isFalse();
    }

    @Test
    void shouldPassOverWhatItCannotRead() {
        append(0, "EUR|2026-11-27", "nonsense".getBytes(StandardCharsets.UTF_8));
        append(1, "no key of ours", null);
        append(2, "EUR|yesterday", null);
        append(3, "EUR|2026-11-27", rates("no number"));
        append(4, "EUR|2026-11-27", rates("1.1575"));

        assertThat(tail.table().rate(FRIDAY, "EUR", "USD")).contains(new BigDecimal("1.1575"));
    }

    @Test
    void shouldWaitForTheRegistryAndLoseNothing() {
        byte[] first = rates("1.1575");
        registry.away(true);
        append(0, "EUR|2026-11-27", first);
        assertThat(tail.table().rate(FRIDAY, "EUR", "USD")).isEmpty();

        registry.away(false);
        consumer.schedulePollTask(() -> consumer.addRecord(message(0, "EUR|2026-11-27", first)));
        tail.follow();

        assertThat(tail.table().rate(FRIDAY, "EUR", "USD")).contains(new BigDecimal("1.1575"));
    }

    private void append(long offset, String key, byte @Nullable [] value) {
        consumer.schedulePollTask(() -> consumer.addRecord(message(offset, key, value)));
        tail.follow();
    }

    private static ConsumerRecord<String, byte[]> message(long offset, String key, byte @Nullable [] value) {
        return new ConsumerRecord<>(TOPIC, 0, offset, key, value);
    }

    private byte[] rates(String dollar) {
        return rates(FRIDAY, dollar);
    }

    private byte[] rates(LocalDate day, String dollar) {
        return serializer.encode(TOPIC, new FxRates(day, "EUR", Map.of("USD", dollar)));
    }
}
