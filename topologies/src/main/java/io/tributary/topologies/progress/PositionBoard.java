package io.tributary.topologies.progress;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Where stream threads note how far they are, and where requests wait until they are far enough. A partition that this
 * process does not own, or has just taken over, is unknown: waiting for it ends when the process owns it and has come
 * far enough, or with the time given. May be used from any thread.
 */
public final class PositionBoard implements PositionSink {

    private final Map<Integer, Slot> slots = new ConcurrentHashMap<>();
    private final AtomicLong tickets = new AtomicLong();

    @Override
    public void opened(int partition) {
        slot(partition).forget(true);
    }

    @Override
    public void reached(int partition, long offset) {
        slot(partition).reached(offset).forEach(waiter -> waiter.done().complete(null));
    }

    @Override
    public void closed(int partition) {
        slot(partition).forget(false);
    }

    /** True when this process owns the partition, whether or not it has processed a record of it yet. */
    public boolean isOwned(int partition) {
        Slot slot = slots.get(partition);
        return slot != null && slot.isOwned();
    }

    /** The offset of the last record that was processed of a partition; empty while that is unknown. */
    public OptionalLong position(int partition) {
        Slot slot = slots.get(partition);
        return slot == null ? OptionalLong.empty() : slot.position();
    }

    /**
     * Waits until this process has processed the given offsets, each of its partition.
     *
     * @param offsets the last offset to have been processed, by partition; only partitions that the topic has
     * @param patience how long to wait at most; zero only looks
     * @return false when the time was not enough
     * @throws InterruptedException when the waiting thread is interrupted
     */
    public boolean await(Map<Integer, Long> offsets, Duration patience) throws InterruptedException {
        CompletableFuture<Void> all = when(offsets);
        try {
            all.get(patience.toNanos(), TimeUnit.NANOSECONDS);
            return true;
        } catch (TimeoutException notYet) {
            return false;
        } catch (ExecutionException impossible) {
            throw new IllegalStateException("waiting for a position cannot fail", impossible);
        } finally {
            all.cancel(false);
        }
    }

    /**
     * Completes when this process has processed the given offsets. It never fails and has no limit of time; cancel it
     * to be forgotten. What depends on it runs on the stream thread unless told otherwise, so it must be handed over.
     */
    public CompletableFuture<Void> when(Map<Integer, Long> offsets) {
        List<CompletableFuture<Void>> parts = new ArrayList<>(offsets.size());
        offsets.forEach((partition, offset) -> parts.add(when(partition, offset)));
        CompletableFuture<Void> all = CompletableFuture.allOf(parts.toArray(CompletableFuture[]::new));
        var unused = all.whenComplete((nothing, cancelled) -> parts.forEach(part -> part.cancel(false)));
        return all;
    }

    /** How many waits have neither ended nor been given up. */
    int waiting() {
        return slots.values().stream().mapToInt(Slot::waiting).sum();
    }

    private CompletableFuture<Void> when(int partition, long offset) {
        Slot slot = slot(partition);
        Waiter waiter = new Waiter(offset, tickets.getAndIncrement(), new CompletableFuture<>());
        if (slot.add(waiter)) {
            var unused = waiter.done().whenComplete((nothing, cancelled) -> slot.remove(waiter));
        } else {
            waiter.done().complete(null);
        }
        return waiter.done();
    }

    private Slot slot(int partition) {
        return slots.computeIfAbsent(partition, unused -> new Slot());
    }

    private record Waiter(long offset, long ticket, CompletableFuture<Void> done) {}

    /** One partition. Nothing foreign is called while its lock is held. */
    private static final class Slot {

        private static final long UNKNOWN = -1;

        private final TreeSet<Waiter> waiters =
                new TreeSet<>(Comparator.comparingLong(Waiter::offset).thenComparingLong(Waiter::ticket));
        private long position = UNKNOWN;
        private boolean owned;

        synchronized void forget(boolean nowOwned) {
            owned = nowOwned;
            position = UNKNOWN;
        }

        synchronized List<Waiter> reached(long offset) {
            position = offset;
            if (waiters.isEmpty() || waiters.first().offset() > offset) {
                return List.of();
            }
            List<Waiter> ready = new ArrayList<>();
            while (!waiters.isEmpty() && waiters.first().offset() <= offset) {
                ready.add(waiters.pollFirst());
            }
            return ready;
        }

        /** False when there is nothing to wait for. */
        synchronized boolean add(Waiter waiter) {
            return position < waiter.offset() && waiters.add(waiter);
        }

        synchronized void remove(Waiter waiter) {
            waiters.remove(waiter);
        }

        synchronized boolean isOwned() {
            return owned;
        }

        synchronized OptionalLong position() {
            return position == UNKNOWN ? OptionalLong.empty() : OptionalLong.of(position);
        }

        synchronized int waiting() {
            return waiters.size();
        }
    }
}
