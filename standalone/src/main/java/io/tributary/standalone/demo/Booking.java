package io.tributary.standalone.demo;

import io.tributary.schemas.Topics;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/** Watches the pipeline work through its input topic, by the offsets its group commits. */
public final class Booking implements AutoCloseable {
    private static final Duration POLL = Duration.ofMillis(200);
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final Admin admin;
    private final String group;

    /**
     * For one pipeline.
     *
     * @param bootstrapServers what Kafka clients call so
     * @param group the pipeline's application id
     */
    public Booking(String bootstrapServers, String group) {
        this.admin = Admin.create(Map.of(
                AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG,
                bootstrapServers,
                AdminClientConfig.CLIENT_ID_CONFIG,
                "demo-booking"));
        this.group = group;
    }

    /** How many records the input topic holds that the pipeline has not committed yet. */
    public long backlog() throws InterruptedException {
        return remaining(ends());
    }

    /**
     * Returns when everything that is in the input topic now is processed and committed.
     *
     * @param progress told how many of {@code total} are done
     * @param total how many records that is, as {@link #backlog} said before
     * @throws LoadException when the pipeline makes no progress for a minute
     * @throws InterruptedException when waiting is to stop
     */
    public void await(LoadProgress progress, long total) throws InterruptedException {
        Map<TopicPartition, Long> targets = ends();
        long best = Long.MAX_VALUE;
        long lastMove = System.nanoTime();
        for (long left = remaining(targets); left > 0; left = remaining(targets)) {
            if (left < best) {
                best = left;
                lastMove = System.nanoTime();
                progress.reached(Math.max(0, total - left));
            } else if (System.nanoTime() - lastMove > PATIENCE.toNanos()) {
                throw new LoadException(
                        "The pipeline has stopped processing with %d transactions to go.".formatted(left));
            }
            Thread.sleep(POLL.toMillis());
        }
        progress.reached(total);
    }

    @Override
    public void close() {
        admin.close(Duration.ofSeconds(1));
    }

    private long remaining(Map<TopicPartition, Long> targets) throws InterruptedException {
        Map<TopicPartition, OffsetAndMetadata> committed = get(() -> admin.listConsumerGroupOffsets(group)
                .partitionsToOffsetAndMetadata()
                .get());
        return targets.entrySet().stream()
                .mapToLong(target -> Math.max(0, target.getValue() - offset(committed.get(target.getKey()))))
                .sum();
    }

    private static long offset(@Nullable OffsetAndMetadata committed) {
        return committed == null ? 0 : committed.offset();
    }

    private Map<TopicPartition, Long> ends() throws InterruptedException {
        String topic = Topics.EXPENSES_RAW.name();
        int partitions = get(() ->
                        admin.describeTopics(List.of(topic)).allTopicNames().get())
                .values()
                .stream()
                .mapToInt(description -> description.partitions().size())
                .sum();
        Map<TopicPartition, OffsetSpec> question = IntStream.range(0, partitions)
                .mapToObj(partition -> new TopicPartition(topic, partition))
                .collect(Collectors.toMap(Function.identity(), partition -> OffsetSpec.latest()));
        return get(() -> admin.listOffsets(question).all().get()).entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, end -> end.getValue().offset()));
    }

    private static <T> T get(Answer<T> answer) throws InterruptedException {
        try {
            return answer.await();
        } catch (ExecutionException refused) {
            throw new LoadException(
                    "The broker does not say how far the pipeline is: " + refused.getMessage(), refused);
        }
    }

    /** Something asked of the broker. */
    private interface Answer<T> {
        T await() throws ExecutionException, InterruptedException;
    }
}
