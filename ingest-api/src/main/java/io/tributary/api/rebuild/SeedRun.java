package io.tributary.api.rebuild;

import io.tributary.api.cluster.Cluster;
import io.tributary.api.cluster.CommittedRecords;
import io.tributary.api.config.ServerConfig;
import io.tributary.api.config.StartupProblem;
import io.tributary.api.streams.SharedRocksDb;
import io.tributary.api.streams.StreamsProperties;
import io.tributary.api.streams.StreamsRunner;
import io.tributary.schemas.serde.SchemaRegistry;
import io.tributary.topologies.PipelineConfig;
import io.tributary.topologies.Seeding;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import org.apache.kafka.common.TopicPartition;

/** Runs the seeding until it has committed all that there is. */
final class SeedRun {

    private static final long POLL_MILLIS = 100;
    private static final Duration LULL = Duration.ofSeconds(1);
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final ServerConfig config;
    private final Cluster cluster;
    private final Map<TopicPartition, Long> starts;
    private final Map<TopicPartition, Long> ends;

    /**
     * A run.
     *
     * @param config of the new application
     * @param starts where what is to be read begins
     * @param ends where it ends
     */
    SeedRun(ServerConfig config, Cluster cluster, Map<TopicPartition, Long> starts, Map<TopicPartition, Long> ends) {
        this.config = config;
        this.cluster = cluster;
        this.starts = starts;
        this.ends = ends;
    }

    /** How many offsets there are to be passed. */
    long total() {
        return passed(ends);
    }

    /**
     * Reads everything.
     *
     * @throws StartupProblem with one sentence when it cannot
     */
    void run(Map<Integer, Long> cut, Rebuild.Progress progress) throws InterruptedException {
        ServerConfig.Streams streams = config.streams();
        Seeding seeding =
                new Seeding(PipelineConfig.defaults(cut.size()), SchemaRegistry.connect(config.registry()), cut);
        try (SharedRocksDb.Memory memory = new SharedRocksDb.Memory(streams.cacheBytes(), streams.writeBufferBytes())) {
            Properties properties = StreamsProperties.of(config, memory, "127.0.0.1:1");
            try (StreamsRunner runner = new StreamsRunner(seeding.build(properties), properties)) {
                runner.start();
                await(runner, progress);
            }
        }
    }

    private void await(StreamsRunner runner, Rebuild.Progress progress) throws InterruptedException {
        long best = -1;
        long moved = System.nanoTime();
        while (true) {
            Map<TopicPartition, Long> committed = committed();
            long done = passed(committed);
            long now = System.nanoTime();
            if (done > best) {
                best = done;
                moved = now;
                progress.reached(done, total());
            }
            boolean lull = now - moved > LULL.toNanos() && runner.isRunning();
            if (done == total() || (lull && !isAnythingLeft(committed))) {
                progress.reached(total(), total());
                return;
            }
            runner.failure().ifPresent(SeedRun::fail);
            if (now - moved > PATIENCE.toNanos()) {
                throw new StartupProblem("The rebuild has made no progress for " + PATIENCE.toMinutes()
                        + " minutes: the log says why; started again, it goes on where it stands.");
            }
            Thread.sleep(POLL_MILLIS);
        }
    }

    /** By partition, how far the new application has come. */
    private Map<TopicPartition, Long> committed() {
        Map<TopicPartition, Long> committed = new HashMap<>(starts);
        cluster.committed(config.streams().applicationId()).forEach((place, offset) -> {
            if (ends.containsKey(place)) {
                committed.merge(place, offset, Math::max);
            }
        });
        return committed;
    }

    /** Behind the last record there may be offsets that hold nothing, which nobody ever commits. */
    private boolean isAnythingLeft(Map<TopicPartition, Long> committed) {
        Map<TopicPartition, Long> from = new HashMap<>(committed);
        from.entrySet().removeIf(place -> place.getValue() >= ends.getOrDefault(place.getKey(), 0L));
        return new CommittedRecords(config.kafka()).any(from, ends, record -> true);
    }

    private long passed(Map<TopicPartition, Long> offsets) {
        return offsets.entrySet().stream()
                .mapToLong(place -> Math.min(place.getValue(), ends.getOrDefault(place.getKey(), 0L))
                        - starts.getOrDefault(place.getKey(), 0L))
                .sum();
    }

    private static void fail(Throwable cause) {
        throw new StartupProblem(
                StreamsRunner.sentence(cause)
                        .orElse("The rebuild failed; the log says why ("
                                + cause.getClass().getSimpleName() + ")."),
                cause);
    }
}
