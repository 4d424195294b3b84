package io.tributary.api.live;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One tail of the announcements for all listeners of this instance, and a way to read again what one has missed. A broker
 * or registry that is away is waited for.
 */
public final class InsightHub implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(InsightHub.class);
    private static final Duration POLL = Duration.ofMillis(500);
    private static final int MOST_LISTENERS = 1_000;

    private final InsightConsumers consumers;
    private final Consumer<byte[], byte[]> tail;
    private final Map<String, Set<Listener>> listeners = new ConcurrentHashMap<>();
    private final Map<TopicPartition, Long> next = new ConcurrentHashMap<>();
    private final AtomicBoolean closing = new AtomicBoolean();
    private final CountDownLatch following = new CountDownLatch(1);
    private final Thread thread = new Thread(this::run, "insight-hub");

    private volatile boolean away;

    /** Not following yet. */
    public InsightHub(InsightConsumers consumers) {
        this(consumers, consumers.open("tributary-insight-hub"));
    }

    /** Follows through {@code tail}, which is this object's from now on. */
    InsightHub(InsightConsumers consumers, Consumer<byte[], byte[]> tail) {
        this.consumers = consumers;
        this.tail = tail;
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
        // In one step, as in remove: a set that has just been taken out as empty would never be told of anything.
        listeners.compute(listener.userId(), (user, all) -> {
            Set<Listener> known = all == null ? ConcurrentHashMap.newKeySet() : all;
            known.add(listener);
            return known;
        });
    }

    /** The listener is told no more. */
    void remove(Listener listener) {
        listeners.computeIfPresent(listener.userId(), (user, all) -> {
            all.remove(listener);
            return all.isEmpty() ? null : all;
        });
    }

    /** The user's announcements behind {@code offset} once more. A listener is added before it is told of them. */
    Replay replay(String userId, long offset) {
        return Replay.open(consumers, consumers.open("tributary-insight-replay"), userId, offset);
    }

    /** Whether announcements are being followed just now. */
    public boolean isReady() {
        return thread.isAlive() && next.size() > 0 && !away;
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

    private void run() {
        try (tail) {
            while (!closing.get()) {
                follow();
            }
        } catch (WakeupException closed) {
            LOG.debug("closed");
        }
    }

    /** Announces what there is; where something is away, the next call goes on from the same place. */
    void follow() {
        try {
            if (next.isEmpty()) {
                assign();
            }
            tail.poll(POLL).forEach(this::announce);
            away = false;
        } catch (WakeupException closed) {
            throw closed;
        } catch (KafkaException failed) {
            if (!away) {
                LOG.warn("announcements wait for the broker or the registry", failed);
            }
            away = true;
            next.forEach(tail::seek);
            pause();
        }
    }

    private void assign() {
        List<TopicPartition> partitions = tail.partitionsFor(InsightConsumers.TOPIC).stream()
                .map(info -> new TopicPartition(InsightConsumers.TOPIC, info.partition()))
                .toList();
        tail.assign(partitions);
        tail.seekToEnd(partitions);
        Map<TopicPartition, Long> ends = new HashMap<>();
        partitions.forEach(partition -> ends.put(partition, tail.position(partition)));
        next.putAll(ends);
        following.countDown();
    }

    private void announce(ConsumerRecord<byte[], byte[]> message) {
        if (!listeners.isEmpty()) {
            consumers.read(message.offset(), message.value()).ifPresent(announcement -> listeners
                    .getOrDefault(announcement.insight().getUserId(), Set.of())
                    .forEach(listener -> listener.offer(announcement)));
        }
        next.put(new TopicPartition(message.topic(), message.partition()), message.offset() + 1);
    }

    private static void pause() {
        try {
            Thread.sleep(POLL.toMillis());
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }
}
