package io.tributary.api.config;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * Every setting of the process. In a file it is {@link #key()}, in the environment {@link #variable()}. What begins with
 * {@code kafka.} goes to every Kafka client and what begins with {@code schema.registry.} to the serdes as it is.
 */
public enum Setting {
    /** Address to listen on. */
    HTTP_HOST("http.host", "127.0.0.1", "Address the API listens on; 0.0.0.0 for all."),
    /** Port to listen on. */
    HTTP_PORT("http.port", "8080", "Port the API listens on; 0 takes a free one."),
    /** Address for other instances. */
    HTTP_ADVERTISED(
            "http.advertised", "", "host:port under which other instances reach this one; empty: host and port."),
    /** Grace before stopping. */
    HTTP_GRACE(
            "http.grace",
            "0s",
            "How long an instance says that it is not ready before it begins to stop; what a load balancer needs to notice."),
    /** Application id. */
    APPLICATION_ID("application.id", "tributary", "Group of all instances that share the work; names the state."),
    /** State folder. */
    STATE_DIR("state.dir", "state", "Folder for the state stores; a cache of the log, safe to delete."),
    /** Stream threads. */
    STREAM_THREADS("stream.threads", "2", "Stream threads of this instance."),
    /** Standby replicas. */
    STANDBY_REPLICAS(
            "standby.replicas",
            "1",
            "Copies of the state on other instances, which answer reads while its owner is away; none where there is no other."),
    /** Block cache. */
    ROCKSDB_CACHE("rocksdb.cache", "536870912", "Bytes of block cache that all stores share."),
    /** Write buffers. */
    ROCKSDB_WRITE_BUFFERS("rocksdb.write.buffers", "268435456", "Bytes of write buffers that all stores share."),
    /** Commit interval. */
    COMMIT_INTERVAL("commit.interval", "100ms", "How often work is committed and becomes visible in topics."),
    /** Session timeout. */
    SESSION_TIMEOUT("session.timeout", "3s", "After so long without a sign an instance counts as dead."),
    /** Default zone. */
    DEFAULT_TIME_ZONE("default.time.zone", "UTC", "Time zone of users who gave none."),
    /** Default currency. */
    DEFAULT_CURRENCY("default.currency", "EUR", "Base currency of users who gave none and have several."),
    /** Tick. */
    PACEMAKER_TICK("pacemaker.tick", "10s", "How often the log is told that time passes."),
    /** Pace. */
    PACEMAKER_PACE("pacemaker.pace", "50ms", "How often running jobs are told to go on."),
    /** Partitions. */
    TOPICS_PARTITIONS("topics.partitions", "6", "Partitions of topics when they are created."),
    /** Replication. */
    TOPICS_REPLICATION("topics.replication", "1", "Replicas of topics when they are created."),
    /** Whether start creates topics. */
    TOPICS_CREATE("topics.create", "true", "Whether start creates missing topics.");

    /** Prefix of what goes to every Kafka client. */
    public static final String KAFKA = "kafka.";

    /** Prefix of what goes to the serdes. */
    public static final String REGISTRY = "schema.registry.";

    private final String key;
    private final String fallback;
    private final String description;

    Setting(String key, String fallback, String description) {
        this.key = key;
        this.fallback = fallback;
        this.description = description;
    }

    /** Its name in a file. */
    public String key() {
        return key;
    }

    /** Its value where nothing is said. */
    public String fallback() {
        return fallback;
    }

    /** What it means. */
    public String description() {
        return description;
    }

    /** Its name in the environment. */
    public String variable() {
        return variable(key);
    }

    /** The environment's name of a key. */
    static String variable(String key) {
        return "TRIBUTARY_" + key.replace('.', '_').toUpperCase(Locale.ROOT);
    }

    /** The setting of a key. */
    static Optional<Setting> of(String key) {
        return Arrays.stream(values())
                .filter(setting -> setting.key.equals(key))
                .findFirst();
    }
}
