package io.tributary.api.cluster;

import io.tributary.schemas.Topics;
import io.tributary.topologies.Seeding;
import io.tributary.topologies.state.StoreNames;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.common.TopicPartition;

/** What the cluster knows of the applications that keep state of the log: by their changelogs and their groups. */
public final class Applications {

    private static final String LEDGER = "-" + StoreNames.LEDGER + "-changelog";

    private final Cluster cluster;
    private final int partitions;

    /**
     * On a cluster.
     *
     * @param partitions of the log
     */
    public Applications(Cluster cluster, int partitions) {
        this.cluster = cluster;
        this.partitions = partitions;
    }

    /** The ids of all applications that have a ledger there, in order. */
    public List<String> ids() {
        return List.copyOf(new TreeSet<>(cluster.topics().stream()
                .filter(topic -> topic.endsWith(LEDGER) && topic.length() > LEDGER.length())
                .map(topic -> topic.substring(0, topic.length() - LEDGER.length()))
                .toList()));
    }

    /** The changelog of an application's store. */
    public static String changelog(String applicationId, String store) {
        return applicationId + "-" + store + "-changelog";
    }

    /** By partition of the log, the first offset that an application has not processed; empty without any. */
    public Map<Integer, Long> processed(String applicationId) {
        return byPartition(cluster.committed(applicationId));
    }

    /** The same once no transaction is left that would change it. */
    public Map<Integer, Long> settled(String applicationId) {
        return byPartition(cluster.settled(applicationId));
    }

    /** Whether a rebuild of that application has begun and was not finished: it has read, but may not go on yet. */
    public boolean isHalfBuilt(String applicationId) {
        Map<TopicPartition, Long> committed = cluster.committed(applicationId);
        return byPartition(committed).isEmpty()
                && committed.keySet().stream().anyMatch(place -> Seeding.SOURCES.contains(place.topic()));
    }

    /**
     * Where an application that is rebuilt from another notes so in its group: the broker forgets it with the other's
     * changelogs, or after the time for which it keeps the other's offsets.
     */
    public static TopicPartition descent(String applicationId) {
        return new TopicPartition(changelog(applicationId, StoreNames.LEDGER), 0);
    }

    /** The ids of the applications that were rebuilt from this one, in order. */
    public List<String> descendantsOf(String applicationId) {
        return ids().stream()
                .filter(id -> cluster.committed(id).containsKey(descent(applicationId)))
                .toList();
    }

    /** The partitions of the log. */
    public List<TopicPartition> log() {
        return partitionsOf(List.of(Topics.EXPENSES_RAW.name()));
    }

    /** The partitions of topics that have as many as the log. */
    public List<TopicPartition> partitionsOf(List<String> topics) {
        List<TopicPartition> all = new ArrayList<>();
        topics.forEach(topic -> IntStream.range(0, partitions)
                .mapToObj(partition -> new TopicPartition(topic, partition))
                .forEach(all::add));
        return all;
    }

    /**
     * The partitions, among those given, of which the ledger has committed rows.
     *
     * @param records reads the changelog
     */
    public Set<Integer> withState(String applicationId, List<Integer> among, CommittedRecords records) {
        String changelog = changelog(applicationId, StoreNames.LEDGER);
        if (among.isEmpty() || cluster.partitions(List.of(changelog)).isEmpty()) {
            return Set.of();
        }
        List<TopicPartition> places = among.stream()
                .map(partition -> new TopicPartition(changelog, partition))
                .toList();
        Map<TopicPartition, Long> ends = cluster.committedEnds(places);
        Map<TopicPartition, Long> starts = new HashMap<>(cluster.starts(places));
        starts.entrySet().removeIf(start -> start.getValue() >= ends.getOrDefault(start.getKey(), 0L));
        Set<Integer> found = new HashSet<>();
        var unused = records.any(starts, ends, record -> {
            found.add(record.partition());
            return found.size() == starts.size();
        });
        return found;
    }

    private static Map<Integer, Long> byPartition(Map<TopicPartition, Long> offsets) {
        return offsets.entrySet().stream()
                .filter(offset -> offset.getKey().topic().equals(Topics.EXPENSES_RAW.name()))
                .collect(Collectors.toMap(offset -> offset.getKey().partition(), Map.Entry::getValue));
    }
}
