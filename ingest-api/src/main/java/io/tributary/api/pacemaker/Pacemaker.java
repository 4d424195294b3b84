package io.tributary.api.pacemaker;

import io.tributary.api.config.ServerConfig;
import io.tributary.api.ingest.RawLog;
import io.tributary.avro.Continue;
import io.tributary.avro.Tick;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.IntPredicate;
import org.apache.kafka.streams.errors.InvalidStateStoreException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes time pass and long work go on, for the partitions that this instance has: a tick at a fixed rate, and a continue
 * for the step that each running job stands at. Losing or repeating one changes nothing, so nothing is retried: the next
 * beat says the same again.
 */
public final class Pacemaker implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Pacemaker.class);

    /** After so long an unanswered step is asked for again: the append or the partition may have been lost. */
    private static final Duration RESEND = Duration.ofSeconds(1);

    private final RawLog log;
    private final IntPredicate owned;
    private final RunningJobs jobs;
    private final String name;
    private final Map<String, Sent> sent = new HashMap<>();
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "pacemaker");
        thread.setDaemon(true);
        return thread;
    });

    /** Where it is read what a partition is to go on with. */
    @FunctionalInterface
    public interface RunningJobs {

        /**
         * The steps that the jobs and rebuilds of a partition of this instance stand at.
         *
         * @throws InvalidStateStoreException while the partition is being moved or restored
         */
        List<Continue> in(int partition);
    }

    private record Sent(long step, long at) {}

    /**
     * Not beating yet.
     *
     * @param owned the partitions of this instance
     * @param name of this instance, for diagnosis
     */
    public Pacemaker(RawLog log, IntPredicate owned, RunningJobs jobs, String name) {
        this.log = log;
        this.owned = owned;
        this.jobs = jobs;
        this.name = name;
    }

    /** Begins to beat. */
    public void start(ServerConfig.Pacemaker config) {
        schedule(this::tick, config.tick());
        schedule(this::proceed, config.pace());
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }

    /** Tells every partition of this instance that time passes. */
    void tick() {
        Tick tick = new Tick(name);
        for (int partition = 0; partition < log.partitions(); partition++) {
            if (owned.test(partition)) {
                var unused = log.append(tick, partition);
            }
        }
    }

    /** Asks for the next step of every running job of this instance that has not just been asked for. */
    void proceed() {
        long now = System.nanoTime();
        sent.values().removeIf(last -> now - last.at() > 10 * RESEND.toNanos());
        for (int partition = 0; partition < log.partitions(); partition++) {
            if (owned.test(partition)) {
                proceed(partition, now);
            }
        }
    }

    private void proceed(int partition, long now) {
        for (Continue next : due(partition)) {
            String id = partition + "|" + next.getUserId() + '|' + next.getJobId();
            Sent last = sent.get(id);
            boolean waiting = last != null && last.step() == next.getStep() && now - last.at() < RESEND.toNanos();
            if (!waiting) {
                sent.put(id, new Sent(next.getStep(), now));
                var unused = log.append(next, partition);
            }
        }
    }

    private List<Continue> due(int partition) {
        try {
            return jobs.in(partition);
        } catch (InvalidStateStoreException moving) {
            return List.of();
        }
    }

    void schedule(Runnable beat, Duration every) {
        AtomicBoolean faltering = new AtomicBoolean();
        Runnable safe = () -> {
            try {
                beat.run();
                faltering.set(false);
            } catch (RuntimeException failed) {
                // A timer that throws beats no more, and nobody is told; the next beat says the same again.
                if (!faltering.getAndSet(true)) {
                    LOG.warn("a beat failed; the next will try again, and is silent where it fails too", failed);
                }
            }
        };
        var unused = timer.scheduleAtFixedRate(safe, every.toMillis(), every.toMillis(), TimeUnit.MILLISECONDS);
    }
}
