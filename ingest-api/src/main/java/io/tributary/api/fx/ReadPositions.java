package io.tributary.api.fx;

import io.tributary.api.ingest.RawLog.Appended;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/** How far a topic has been read, for those who wait for it. May be used from any thread. */
final class ReadPositions {

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition moved = lock.newCondition();
    private final Map<Integer, Long> next = new HashMap<>();
    private @Nullable Map<TopicPartition, Long> ends;

    /** From here on, having caught up means to have read up to these offsets. */
    void start(Map<TopicPartition, Long> endOffsets) {
        lock.lock();
        try {
            ends = Map.copyOf(endOffsets);
        } finally {
            lock.unlock();
        }
    }

    /** The record at {@code offset} has been taken. */
    void passed(int partition, long offset) {
        reached(partition, offset + 1);
    }

    /** Everything before {@code offset} has been taken. */
    void reached(int partition, long offset) {
        lock.lock();
        try {
            next.put(partition, offset);
            moved.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Where to go on, by partition. */
    Map<Integer, Long> next() {
        lock.lock();
        try {
            return Map.copyOf(next);
        } finally {
            lock.unlock();
        }
    }

    /** Whether everything has been read that was there at the start. */
    boolean hasCaughtUp() {
        lock.lock();
        try {
            return ends != null
                    && ends.entrySet().stream()
                            .allMatch(end -> next.getOrDefault(end.getKey().partition(), 0L) >= end.getValue());
        } finally {
            lock.unlock();
        }
    }

    /** Waits until the record at a place has been taken; false when that takes longer than {@code patience}. */
    boolean await(Appended place, Duration patience) {
        long left = patience.toNanos();
        lock.lock();
        try {
            while (next.getOrDefault(place.partition(), 0L) <= place.offset()) {
                if (left <= 0) {
                    return false;
                }
                left = moved.awaitNanos(left);
            }
            return true;
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return false;
        } finally {
            lock.unlock();
        }
    }
}
