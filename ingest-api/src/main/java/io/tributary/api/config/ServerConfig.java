package io.tributary.api.config;

import io.tributary.schemas.Currencies;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Map;

/**
 * How one instance runs.
 *
 * @param http where it listens
 * @param kafka what every Kafka client gets, {@code bootstrap.servers} among it
 * @param registry what the serdes get, {@code schema.registry.url} among it
 * @param streams how it works
 * @param pacemaker how time and jobs are driven
 * @param defaults what counts for users who said nothing
 * @param topics how missing topics are created
 */
public record ServerConfig(
        Http http,
        Map<String, String> kafka,
        Map<String, String> registry,
        Streams streams,
        Pacemaker pacemaker,
        Defaults defaults,
        TopicCreation topics) {

    /**
     * Where the API listens.
     *
     * @param host the address
     * @param port the port; 0 takes a free one
     * @param advertised host:port for other instances, or empty
     * @param grace how long it says that it is not ready before it begins to stop
     */
    public record Http(String host, int port, String advertised, Duration grace) {}

    /**
     * How the pipeline runs.
     *
     * @param applicationId the group
     * @param stateDir where the stores lie
     * @param threads stream threads
     * @param standbys copies on other instances
     * @param cacheBytes block cache of all stores together
     * @param writeBufferBytes write buffers of all stores together
     * @param commitInterval how often to commit
     * @param sessionTimeout when an instance counts as dead
     */
    public record Streams(
            String applicationId,
            Path stateDir,
            int threads,
            int standbys,
            long cacheBytes,
            long writeBufferBytes,
            Duration commitInterval,
            Duration sessionTimeout) {}

    /** How often ticks and continues are sent. */
    public record Pacemaker(Duration tick, Duration pace) {}

    /** Zone and currency of users who gave none. */
    public record Defaults(ZoneId timeZone, String currency) {}

    /** How missing topics are created, if they are. */
    public record TopicCreation(boolean create, int partitions, int replication) {}

    /** Keeps unmodifiable copies. */
    public ServerConfig {
        kafka = Map.copyOf(kafka);
        registry = Map.copyOf(registry);
    }

    /**
     * Reads the settings.
     *
     * @throws ConfigProblem naming the key, its value and the rule it breaks
     */
    public static ServerConfig of(Settings settings) {
        Map<String, String> kafka = settings.prefixed(Setting.KAFKA, true);
        require(kafka, "bootstrap.servers", Setting.KAFKA + "bootstrap.servers");
        Map<String, String> registry = settings.prefixed(Setting.REGISTRY, false);
        require(registry, Setting.REGISTRY + "url", Setting.REGISTRY + "url");
        return new ServerConfig(
                new Http(
                        settings.text(Setting.HTTP_HOST),
                        settings.integer(Setting.HTTP_PORT, 0, 65535),
                        settings.text(Setting.HTTP_ADVERTISED),
                        settings.duration(Setting.HTTP_GRACE, Duration.ZERO, Duration.ofMinutes(5))),
                kafka,
                registry,
                streams(settings),
                new Pacemaker(
                        settings.duration(Setting.PACEMAKER_TICK, Duration.ofMillis(100), Duration.ofMinutes(1)),
                        settings.duration(Setting.PACEMAKER_PACE, Duration.ofMillis(5), Duration.ofSeconds(10))),
                new Defaults(settings.zone(Setting.DEFAULT_TIME_ZONE), currency(settings)),
                new TopicCreation(
                        settings.flag(Setting.TOPICS_CREATE),
                        settings.integer(Setting.TOPICS_PARTITIONS, 1, 10_000),
                        settings.integer(Setting.TOPICS_REPLICATION, 1, 100)));
    }

    private static Streams streams(Settings settings) {
        Duration commit = settings.duration(Setting.COMMIT_INTERVAL, Duration.ofMillis(1), Duration.ofMinutes(1));
        Duration session = settings.duration(Setting.SESSION_TIMEOUT, Duration.ofSeconds(1), Duration.ofMinutes(10));
        if (commit.compareTo(session) >= 0) {
            // A transaction lives as long as a session: one that is older at its commit is aborted, for ever.
            throw settings.wrong(Setting.COMMIT_INTERVAL, "below session.timeout (" + session.toMillis() + "ms)");
        }
        return new Streams(
                settings.text(Setting.APPLICATION_ID),
                Path.of(settings.text(Setting.STATE_DIR)),
                settings.integer(Setting.STREAM_THREADS, 1, 256),
                settings.integer(Setting.STANDBY_REPLICAS, 0, 10),
                settings.number(Setting.ROCKSDB_CACHE, 1 << 20, 1L << 40),
                settings.number(Setting.ROCKSDB_WRITE_BUFFERS, 1 << 20, 1L << 40),
                commit,
                session);
    }

    private static String currency(Settings settings) {
        String code = settings.text(Setting.DEFAULT_CURRENCY);
        if (!Currencies.isKnown(code)) {
            throw settings.wrong(Setting.DEFAULT_CURRENCY, "a current ISO 4217 code");
        }
        return code;
    }

    private static void require(Map<String, String> values, String key, String name) {
        if (values.getOrDefault(key, "").isBlank()) {
            throw new ConfigProblem(name + " must be set (environment: " + Setting.variable(name) + ").");
        }
    }
}
