package io.tributary.api.live;

import io.tributary.schemas.Partitioning;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One tail of the announcements for all listeners of this instance, and a way to read again what one has missed. */
public final class InsightHub implements AutoCloseable {

    /** From so many announcements on, {@link #after} leaves the rest for another call. */
    static final int MOST_REPLAYED = 2_000;

    private static final Logger LOG = LoggerFactory.getLogger(InsightHub.class);
    private static final Duration POLL = Duration.ofMillis(500);
    private static final Duration REPLAY_POLL = Duration.ofMillis(200);
    private static final int MOST_LISTENERS = 1_000;

    private final InsightConsumers consumers;
    private final KafkaConsumer<byte[], byte[]> tail;
    private final Map<String, Set<Listener>> listeners = new ConcurrentHashMap<>();
    private final AtomicBoolean closing = new AtomicBoolean();
    private final CountDownLatch following = new CountDownLatch(1);
    private final Thread thread = new Thread(this::follow, "insight-hub");

    /** Not following yet. */
    public InsightHub(InsightConsumers consumers) {
        this.consumers = consumers;
        this.tail = consumers.open("tributary-insight-hub");
        thread.setDaemon(true);
    }

    /** Begins to follow, from now on. */
    public void start() {
        thread.start();
    }

    /** Whether another listener may come. */
    boolean hasRoom() {
        return listeners.values().stream().mapToInt(Set::size).sum() < MOST_LISTENERS;
    }

    /** From now on the listener is told. */
    void add(Listener listener) {
        listeners
                .computeIfAbsent(listener.userId(), unused -> ConcurrentHashMap.newKeySet())
                .add(listener);
    }

    /** The listener is told no more. */
    void remove(Listener listener) {
        listeners.computeIfPresent(listener.userId(), (user, all) -> {
            all.remove(listener);
            return all.isEmpty() ? null : all;
        });
    }

    /** The user's announcements behind {@code offset}, oldest first: all, or about the first {@link #MOST_REPLAYED}. */
    List<Announcement> after(String userId, long offset) {
        List<Announcement> missed = new ArrayList<>();
        try (KafkaConsumer<byte[], byte[]> consumer = consumers.open("tributary-insight-replay")) {
            int partitions = consumer.partitionsFor(InsightConsumers.TOPIC).size();
            TopicPartition partition =
                    new TopicPartition(InsightConsumers.TOPIC, Partitioning.partition(userId, partitions));
            consumer.assign(List.of(partition));
            long end = consumer.endOffsets(List.of(partition)).getOrDefault(partition, 0L);
            long first = consumer.beginningOffsets(List.of(partition)).getOrDefault(partition, 0L);
            consumer.seek(partition, Math.max(offset + 1, first));
            while (consumer.position(partition) < end && missed.size() < MOST_REPLAYED) {
                for (ConsumerRecord<byte[], byte[]> message : consumer.poll(REPLAY_POLL)) {
                    consumers
                            .read(message.offset(), message.value())
                            .filter(announcement ->
                                    announcement.insight().getUserId().equals(userId))
                            .ifPresent(missed::add);
                }
            }
        }
        return missed;
    }

    /** Waits until announcements are followed. */
    boolean awaitFollowing(Duration patience) throws InterruptedException {
        return following.await(patience.toMillis(), TimeUnit.MILLISECONDS);
    }

    @Override
    public void close() {
        closing.set(true);
        listeners.values().forEach(all -> all.forEach(Listener::cutOff));
        tail.wakeup();
        if (thread.isAlive()) {
            joinThread();
        } else {
            tail.close();
        }
    }

    private void joinThread() {
        try {
            thread.join();
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }

    private void follow() {
        try (tail) {
            List<TopicPartition> partitions = tail.partitionsFor(InsightConsumers.TOPIC).stream()
                    .map(info -> new TopicPartition(InsightConsumers.TOPIC, info.partition()))
                    .toList();
            tail.assign(partitions);
            tail.seekToEnd(partitions);
            partitions.forEach(tail::position);
            following.countDown();
            while (!closing.get()) {
                tail.poll(POLL).forEach(this::announce);
            }
        } catch (WakeupException closed) {
            LOG.debug("closed");
        } catch (KafkaException failed) {
            LOG.error("announcements are no longer followed", failed);
            listeners.values().forEach(all -> all.forEach(Listener::cutOff));
        }
    }

    private void announce(ConsumerRecord<byte[], byte[]> message) {
        if (!listeners.isEmpty()) {
            consumers.read(message.offset(), message.value()).ifPresent(announcement -> listeners
                    .getOrDefault(announcement.insight().getUserId(), Set.of())
                    .forEach(listener -> listener.offer(announcement)));
        }
    }
}
