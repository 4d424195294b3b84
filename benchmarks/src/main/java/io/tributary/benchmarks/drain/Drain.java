package io.tributary.benchmarks.drain;

import io.tributary.api.config.ServerConfig;
import io.tributary.api.streams.SharedRocksDb;
import io.tributary.api.streams.StreamsProperties;
import io.tributary.api.streams.StreamsRunner;
import io.tributary.benchmarks.stage.Stage;
import io.tributary.schemas.Topics;
import io.tributary.standalone.StartupException;
import java.time.Duration;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Stream;
import org.apache.kafka.common.TopicPartition;

/** Runs an application over the preloaded topic until it has committed what it is to commit. */
public final class Drain {

    private static final long POLL_MILLIS = 50;
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final Stage stage;

    /** Drains the stage's input topic. */
    public Drain(Stage stage) {
        this.stage = stage;
    }

    /** Drains all of it. */
    public DrainResult all(String applicationId, App app) throws InterruptedException {
        return run(applicationId, app, Long.MAX_VALUE, Map.of());
    }

    /**
     * Drains until at least so many records are committed.
     *
     * @param more settings of Streams that only this run has
     * @throws StartupException when the application fails or stops making progress
     */
    public DrainResult run(String applicationId, App app, long most, Map<String, Object> more)
            throws InterruptedException {
        ServerConfig config = stage.config(applicationId);
        Map<TopicPartition, Long> ends = stage.brokerage().ends(Topics.EXPENSES_RAW.name());
        long target =
                Math.min(most, ends.values().stream().mapToLong(Long::longValue).sum());
        Processed processed = new Processed();
        ServerConfig.Streams streams = config.streams();
        try (SharedRocksDb.Memory memory = new SharedRocksDb.Memory(streams.cacheBytes(), streams.writeBufferBytes())) {
            Properties properties = StreamsProperties.of(config, memory, "127.0.0.1:1");
            properties.putAll(more);
            try (StreamsRunner runner = new StreamsRunner(app.build(properties, processed), properties)) {
                long cpuBefore = allCpuNanos();
                runner.start();
                long records = await(runner, applicationId, ends, target);
                long nanos = System.nanoTime() - processed.nanos();
                return new DrainResult(
                        applicationId,
                        records,
                        processed.count(),
                        nanos,
                        StreamThreads.cpuNanos(),
                        allCpuNanos() - cpuBefore);
            }
        }
    }

    private long allCpuNanos() {
        return Stream.of(
                        ProcessHandle.current(),
                        ProcessHandle.of(stage.brokerPid()).orElseThrow())
                .map(process -> process.info().totalCpuDuration().orElse(Duration.ZERO))
                .mapToLong(Duration::toNanos)
                .sum();
    }

    private long await(StreamsRunner runner, String group, Map<TopicPartition, Long> ends, long target)
            throws InterruptedException {
        long best = 0;
        long lastMove = System.nanoTime();
        while (true) {
            long committed = stage.brokerage().committed(group, ends);
            if (committed >= target) {
                return committed;
            }
            if (committed > best) {
                best = committed;
                lastMove = System.nanoTime();
            }
            runner.failure().ifPresent(cause -> {
                throw new StartupException("The application " + group + " failed: " + cause, cause);
            });
            if (System.nanoTime() - lastMove > PATIENCE.toNanos()) {
                throw new StartupException(
                        "The application %s stopped after %d of %d records.".formatted(group, best, target));
            }
            Thread.sleep(POLL_MILLIS);
        }
    }
}
