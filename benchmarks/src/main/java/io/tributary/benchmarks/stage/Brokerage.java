package io.tributary.benchmarks.stage;

import io.tributary.standalone.StartupException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TopicExistsException;
import org.jspecify.annotations.Nullable;

/** What is asked of the broker: topics, offsets and sizes. */
public final class Brokerage implements AutoCloseable {

    private static final long POLL_MILLIS = 50;

    private final Admin admin;

    Brokerage(String bootstrapServers) {
        this.admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers));
    }

    /** Deletes what is there of these topics and creates them, empty. */
    public void recreate(Collection<NewTopic> topics) throws InterruptedException {
        Set<String> names = topics.stream().map(NewTopic::name).collect(Collectors.toSet());
        delete(names::contains);
        for (NewTopic topic : topics) {
            // A topic is gone from the list a moment before its name is free.
            while (!created(topic)) {
                Thread.sleep(POLL_MILLIS);
            }
        }
    }

    /** Deletes every topic whose name fits, and returns when they are gone. */
    public void delete(Predicate<String> fits) throws InterruptedException {
        Set<String> doomed = topics(fits);
        get(admin.deleteTopics(doomed).all());
        while (!topics(doomed::contains).isEmpty()) {
            Thread.sleep(POLL_MILLIS);
        }
    }

    /** Names of all topics that fit. */
    public Set<String> topics(Predicate<String> fits) throws InterruptedException {
        return get(admin.listTopics().names()).stream().filter(fits).collect(Collectors.toSet());
    }

    /** The partitions of topics. */
    public Set<TopicPartition> partitions(Collection<String> topics) throws InterruptedException {
        Map<String, TopicDescription> described =
                get(admin.describeTopics(topics).allTopicNames());
        return described.values().stream()
                .flatMap(topic -> topic.partitions().stream()
                        .map(partition -> new TopicPartition(topic.name(), partition.partition())))
                .collect(Collectors.toSet());
    }

    /** Where each partition of a topic ends now. */
    public Map<TopicPartition, Long> ends(String topic) throws InterruptedException {
        Map<TopicPartition, OffsetSpec> question = partitions(List.of(topic)).stream()
                .collect(Collectors.toMap(partition -> partition, partition -> OffsetSpec.latest()));
        Map<TopicPartition, Long> ends = new HashMap<>();
        get(admin.listOffsets(question).all()).forEach((partition, end) -> ends.put(partition, end.offset()));
        return ends;
    }

    /** How many of the records before {@code ends} a group has committed. */
    public long committed(String group, Map<TopicPartition, Long> ends) throws InterruptedException {
        Map<TopicPartition, OffsetAndMetadata> offsets =
                get(admin.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata());
        return ends.entrySet().stream()
                .mapToLong(end -> Math.min(end.getValue(), offset(offsets.get(end.getKey()))))
                .sum();
    }

    /** Bytes of each topic's log on the broker's disk, all partitions together. */
    public Map<String, Long> logBytes() throws InterruptedException {
        List<Integer> nodes = get(admin.describeCluster().nodes()).stream()
                .map(node -> node.id())
                .toList();
        Map<String, Long> bytes = new TreeMap<>();
        get(admin.describeLogDirs(nodes).allDescriptions()).values().forEach(folders -> folders.values()
                .forEach(folder -> folder.replicaInfos()
                        .forEach((partition, replica) -> bytes.merge(partition.topic(), replica.size(), Long::sum))));
        return bytes;
    }

    @Override
    public void close() {
        admin.close();
    }

    private boolean created(NewTopic topic) throws InterruptedException {
        try {
            admin.createTopics(List.of(topic)).all().get();
            return true;
        } catch (ExecutionException refused) {
            if (refused.getCause() instanceof TopicExistsException) {
                return false;
            }
            throw new StartupException("The broker refuses the topic " + topic.name() + ".", refused);
        }
    }

    private static long offset(@Nullable OffsetAndMetadata committed) {
        return committed == null ? 0 : committed.offset();
    }

    private static <T> T get(KafkaFuture<T> answer) throws InterruptedException {
        try {
            return answer.get();
        } catch (ExecutionException refused) {
            throw new StartupException("The broker does not answer: " + refused.getMessage(), refused);
        }
    }
}
