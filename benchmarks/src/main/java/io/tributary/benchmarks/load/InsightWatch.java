package io.tributary.benchmarks.load;

import io.tributary.avro.Insight;
import io.tributary.benchmarks.stage.Stage;
import io.tributary.schemas.Topics;
import io.tributary.schemas.serde.AvroDeserializer;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;

/** Reads the committed insights as an alert consumer would, and notes when those that are waited for arrive. */
final class InsightWatch implements AutoCloseable {

    private static final Duration POLL = Duration.ofMillis(100);

    private final Map<String, Long> due = new ConcurrentHashMap<>();
    private final Latencies latencies;
    private final KafkaConsumer<String, Insight> consumer;
    private final Thread thread;
    private volatile boolean stopped;

    private InsightWatch(Stage stage, Latencies latencies, Set<TopicPartition> partitions) {
        this.latencies = latencies;
        this.consumer = new KafkaConsumer<>(
                Map.of(
                        ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, stage.bootstrapServers(),
                        ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed",
                        ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "latest"),
                new StringDeserializer(),
                new AvroDeserializer<>(stage.schemas(), Insight.class));
        consumer.assign(partitions);
        consumer.seekToEnd(partitions);
        partitions.forEach(consumer::position);
        this.thread = new Thread(this::read, "bench-insights");
    }

    /** Watches from now on. */
    static InsightWatch start(Stage stage, Latencies latencies) throws InterruptedException {
        Set<TopicPartition> partitions = stage.brokerage().partitions(Set.of(Topics.INSIGHTS_EVENTS.name()));
        InsightWatch watch = new InsightWatch(stage, latencies, partitions);
        watch.thread.start();
        return watch;
    }

    /** Waits for an insight that stands on that transaction. */
    void expect(String transactionId, long dueNanos) {
        due.put(transactionId, dueNanos);
    }

    /** Counts what has not come as failed, and forgets it. */
    void giveUp() {
        due.keySet().forEach(id -> latencies.failed());
        due.clear();
    }

    /** Forgets what was waited for. */
    void forget() {
        due.clear();
    }

    private void read() {
        while (!stopped) {
            consumer.poll(POLL).forEach(row -> {
                if (row.value() != null) {
                    row.value().getEvidence().forEach(this::arrived);
                }
            });
        }
        consumer.close();
    }

    private void arrived(String transactionId) {
        Long since = due.remove(transactionId);
        if (since != null) {
            latencies.done(since);
        }
    }

    @Override
    public void close() {
        stopped = true;
        try {
            thread.join();
        } catch (InterruptedException hurry) {
            Thread.currentThread().interrupt();
        }
    }
}
