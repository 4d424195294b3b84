package io.tributary.api.cluster;

import io.tributary.api.config.StartupProblem;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ConsumerGroupDescription;
import org.apache.kafka.clients.admin.ListConsumerGroupOffsetsOptions;
import org.apache.kafka.clients.admin.ListConsumerGroupOffsetsSpec;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.ApiException;
import org.apache.kafka.common.errors.GroupIdNotFoundException;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.jspecify.annotations.Nullable;

/** Topics and groups of the cluster. Whatever Kafka refuses becomes a {@link StartupProblem} of one sentence. */
public final class Cluster {

    private static final long PATIENCE_SECONDS = 15;

    private final Admin admin;

    /** Asks through {@code admin}. */
    public Cluster(Admin admin) {
        this.admin = admin;
    }

    /** The names of all topics this client may see. */
    public Set<String> topics() {
        return get(admin.listTopics().names());
    }

    /** The number of partitions of each of the topics that are there. */
    public Map<String, Integer> partitions(Collection<String> topics) {
        Map<String, Integer> partitions = new TreeMap<>();
        admin.describeTopics(topics).topicNameValues().forEach((name, asked) -> {
            try {
                TopicDescription description = get(asked);
                partitions.put(name, description.partitions().size());
            } catch (StartupProblem problem) {
                if (!(problem.getCause() instanceof UnknownTopicOrPartitionException)) {
                    throw problem;
                }
            }
        });
        return partitions;
    }

    /** Where each partition begins. */
    public Map<TopicPartition, Long> starts(Collection<TopicPartition> partitions) {
        return offsets(partitions, OffsetSpec.earliest(), IsolationLevel.READ_UNCOMMITTED);
    }

    /** Where each partition ends, what is not committed yet included. */
    public Map<TopicPartition, Long> ends(Collection<TopicPartition> partitions) {
        return offsets(partitions, OffsetSpec.latest(), IsolationLevel.READ_UNCOMMITTED);
    }

    /** Up to where each partition can be read by those that see only what is committed. */
    public Map<TopicPartition, Long> committedEnds(Collection<TopicPartition> partitions) {
        return offsets(partitions, OffsetSpec.latest(), IsolationLevel.READ_COMMITTED);
    }

    /** The offsets that a group has committed so far; empty without any. */
    public Map<TopicPartition, Long> committed(String group) {
        return committed(group, false);
    }

    /** The offsets that a group has committed, once no transaction is left that would change them; empty without any. */
    public Map<TopicPartition, Long> settled(String group) {
        return committed(group, true);
    }

    private Map<TopicPartition, Long> committed(String group, boolean stable) {
        Map<TopicPartition, Long> offsets = new HashMap<>();
        try {
            Map<TopicPartition, OffsetAndMetadata> found = get(admin.listConsumerGroupOffsets(
                            Map.of(group, new ListConsumerGroupOffsetsSpec()),
                            new ListConsumerGroupOffsetsOptions().requireStable(stable))
                    .partitionsToOffsetAndMetadata(group));
            found.forEach((partition, offset) -> {
                if (offset != null) {
                    offsets.put(partition, offset.offset());
                }
            });
            return offsets;
        } catch (StartupProblem problem) {
            return orAbsent(problem, offsets);
        }
    }

    /** How many members a group has. */
    public int members(String group) {
        try {
            KafkaFuture<ConsumerGroupDescription> asked =
                    Objects.requireNonNull(admin.describeConsumerGroups(List.of(group))
                            .describedGroups()
                            .get(group));
            return get(asked).members().size();
        } catch (StartupProblem problem) {
            return orAbsent(problem, 0);
        }
    }

    /** Sets the offsets of a group without members, all of them or none. */
    public void commit(String group, Map<TopicPartition, Long> offsets) {
        Map<TopicPartition, OffsetAndMetadata> wanted = offsets.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, offset -> new OffsetAndMetadata(offset.getValue())));
        get(admin.alterConsumerGroupOffsets(group, wanted).all());
    }

    /** Removes offsets of a group without members. */
    public void forget(String group, Set<TopicPartition> partitions) {
        if (!partitions.isEmpty()) {
            get(admin.deleteConsumerGroupOffsets(group, partitions).all());
        }
    }

    private Map<TopicPartition, Long> offsets(
            Collection<TopicPartition> partitions, OffsetSpec spec, IsolationLevel isolation) {
        Map<TopicPartition, OffsetSpec> question =
                partitions.stream().collect(Collectors.toMap(partition -> partition, partition -> spec));
        Map<TopicPartition, ListOffsetsResultInfo> answer = get(
                admin.listOffsets(question, new ListOffsetsOptions(isolation)).all());
        return answer.entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, found -> found.getValue()
                .offset()));
    }

    private static <T> T orAbsent(StartupProblem problem, T absent) {
        if (problem.getCause() instanceof GroupIdNotFoundException) {
            return absent;
        }
        throw problem;
    }

    private static <T> T get(KafkaFuture<T> future) {
        try {
            return future.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException failed) {
            throw problem(failed.getCause());
        } catch (TimeoutException late) {
            throw problem(late);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw problem(stopping);
        }
    }

    private static StartupProblem problem(@Nullable Throwable cause) {
        return cause instanceof ApiException && !(cause instanceof RetriableException)
                ? new StartupProblem("Kafka refused: " + cause.getMessage(), cause)
                : new StartupProblem("Kafka cannot be reached: check kafka.bootstrap.servers.", cause);
    }
}
