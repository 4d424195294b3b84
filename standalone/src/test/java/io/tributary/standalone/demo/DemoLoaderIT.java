package io.tributary.standalone.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.tributary.avro.RawTransaction;
import io.tributary.schemas.Partitioning;
import io.tributary.schemas.Topics;
import io.tributary.schemas.serde.AvroDeserializer;
import io.tributary.schemas.serde.SchemaRegistry;
import io.tributary.standalone.TestCluster;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.junit.jupiter.api.Test;

class DemoLoaderIT {
    private static final int PARTITIONS = 6;

    @Test
    void shouldSendEveryFactToItsUsersPartitionAndTheSameOnesAgain() throws Exception {
        try (TestCluster cluster = TestCluster.fresh().withContracts(PARTITIONS)) {
            DemoLoader loader = new DemoLoader(cluster.bootstrapServers(), cluster.registryUrl());
            DemoData data = new DemoData(LocalDate.of(2026, 12, 1));
            Reached reached = new Reached();
            loader.send(data, reached);
            loader.send(data, new Reached());

            List<ConsumerRecord<String, RawTransaction>> records = read(cluster, 2 * DemoData.SIZE);

            assertThat(reached.last).isEqualTo(DemoData.SIZE);
            assertThat(records).hasSize(2 * DemoData.SIZE).allMatch(DemoLoaderIT::isInPlace);
            Set<RawTransaction> different = new HashSet<>();
            records.forEach(item -> different.add(item.value()));
            assertThat(different).hasSize(DemoData.SIZE);
        }
    }

    private static boolean isInPlace(ConsumerRecord<String, RawTransaction> item) {
        return item.key().equals(item.value().getUserId())
                && item.partition() == Partitioning.partition(item.key(), PARTITIONS);
    }

    private static List<ConsumerRecord<String, RawTransaction>> read(TestCluster cluster, int count) {
        SchemaRegistry registry = SchemaRegistry.connect(Map.of("schema.registry.url", cluster.registryUrl()));
        List<ConsumerRecord<String, RawTransaction>> records = new ArrayList<>();
        try (KafkaConsumer<String, RawTransaction> consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", cluster.bootstrapServers()),
                new StringDeserializer(),
                new AvroDeserializer<>(registry, RawTransaction.class))) {
            List<TopicPartition> partitions = IntStream.range(0, PARTITIONS)
                    .mapToObj(partition -> new TopicPartition(Topics.EXPENSES_RAW.name(), partition))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            long patience = System.nanoTime() + Duration.ofMinutes(1).toNanos();
            while (records.size() < count && System.nanoTime() < patience) {
                consumer.poll(Duration.ofMillis(200)).forEach(records::add);
            }
        }
        return records;
    }

    private static final class Reached implements LoadProgress {
        private volatile long last;

        @Override
        public void reached(long done) {
            last = done;
        }

        @Override
        public void close() {
            // nothing was opened
        }
    }
}
