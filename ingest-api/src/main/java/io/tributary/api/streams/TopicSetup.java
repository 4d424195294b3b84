package io.tributary.api.streams;

import io.tributary.api.config.ServerConfig.TopicCreation;
import io.tributary.api.config.StartupProblem;
import io.tributary.schemas.Topic;
import io.tributary.schemas.Topics;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.apache.kafka.common.record.TimestampType;
import org.jspecify.annotations.Nullable;

/** Sees to it that the topics are there; what is there already stays as it is. */
public final class TopicSetup {

    private static final long PATIENCE_SECONDS = 15;
    private static final long POLL_MILLIS = 50;

    private final Admin admin;

    /** Works through {@code admin}. */
    public TopicSetup(Admin admin) {
        this.admin = admin;
    }

    /**
     * A topic after the set-up.
     *
     * @param topic the topic
     * @param partitions its partitions
     * @param created whether it was made just now
     */
    public record Result(Topic<?, ?> topic, int partitions, boolean created) {}

    /**
     * Creates what is missing.
     *
     * @throws StartupProblem when the broker is away or refuses
     */
    public List<Result> create(TopicCreation creation) {
        Map<String, KafkaFuture<Void>> asked = admin.createTopics(Topics.all().stream()
                        .map(topic -> topic.newTopic(creation.partitions(), creation.replication()))
                        .toList())
                .values();
        Map<String, Boolean> created = new TreeMap<>();
        asked.forEach((name, future) -> created.put(name, created(name, future)));
        List<Result> results = new ArrayList<>();
        for (Topic<?, ?> topic : Topics.all()) {
            results.add(new Result(topic, awaited(topic.name()), created.getOrDefault(topic.name(), false)));
        }
        return results;
    }

    /**
     * The number of partitions of the log.
     *
     * @throws StartupProblem when it is not there, or its records do not bear the time of the log
     */
    public int logPartitions() {
        int partitions = partitions(Topics.EXPENSES_RAW.name());
        if (partitions == 0) {
            throw new StartupProblem("The topic " + Topics.EXPENSES_RAW.name()
                    + " does not exist: run \"tributary topics\", or set topics.create.");
        }
        checkTime(settings());
        return partitions;
    }

    /** What the log is set to; empty where this client may not see it. */
    private Config settings() {
        ConfigResource log = new ConfigResource(ConfigResource.Type.TOPIC, Topics.EXPENSES_RAW.name());
        try {
            return get(admin.describeConfigs(List.of(log)).all()).getOrDefault(log, new Config(List.of()));
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof AuthorizationException) {
                return new Config(List.of());
            }
            throw away(failed.getCause());
        }
    }

    /**
     * Checks that the broker puts its own time on the log's records: what wins and what is late is decided by that time,
     * and a producer's clock must not decide it.
     *
     * @param log what the log is set to
     * @throws StartupProblem when the producers' clocks do
     */
    static void checkTime(Config log) {
        ConfigEntry type = log.get(TopicConfig.MESSAGE_TIMESTAMP_TYPE_CONFIG);
        if (type != null && !TimestampType.LOG_APPEND_TIME.name.equals(type.value())) {
            throw new StartupProblem("The topic " + Topics.EXPENSES_RAW.name() + " has "
                    + TopicConfig.MESSAGE_TIMESTAMP_TYPE_CONFIG + "=" + type.value() + " but must have "
                    + TimestampType.LOG_APPEND_TIME.name + ": set it with kafka-configs, then start again.");
        }
    }

    /** The partitions of a topic that was created: the broker that is asked may hear of it a moment later. */
    private int awaited(String topic) {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        int partitions = partitions(topic);
        while (partitions == 0 && System.nanoTime() < deadline) {
            try {
                Thread.sleep(POLL_MILLIS);
            } catch (InterruptedException stopping) {
                Thread.currentThread().interrupt();
                throw away(stopping);
            }
            partitions = partitions(topic);
        }
        return partitions;
    }

    private int partitions(String topic) {
        try {
            Map<String, TopicDescription> described =
                    get(admin.describeTopics(List.of(topic)).allTopicNames());
            TopicDescription description = described.get(topic);
            return description == null ? 0 : description.partitions().size();
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof UnknownTopicOrPartitionException) {
                return 0;
            }
            throw away(failed.getCause());
        }
    }

    private boolean created(String name, KafkaFuture<Void> future) {
        try {
            get(future);
            return true;
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof TopicExistsException) {
                return false;
            }
            Throwable cause = failed.getCause();
            if (cause instanceof RetriableException) {
                throw away(cause);
            }
            String reason = cause == null ? "no reason given" : String.valueOf(cause.getMessage());
            throw new StartupProblem("The topic " + name + " cannot be created: " + reason, cause);
        }
    }

    private static <T> T get(KafkaFuture<T> future) throws ExecutionException {
        try {
            return future.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (TimeoutException late) {
            throw away(late);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw away(stopping);
        }
    }

    private static StartupProblem away(@Nullable Throwable cause) {
        return new StartupProblem("Kafka cannot be reached: check kafka.bootstrap.servers.", cause);
    }
}
