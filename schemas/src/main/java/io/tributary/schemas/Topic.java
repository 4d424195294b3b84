package io.tributary.schemas;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.TopicConfig;

/**
 * A topic of Tributary: its name, what stands in it, and how Kafka keeps it. {@link Topics} holds all of them.
 *
 * @param <K> type of the key: {@code String} in UTF-8, or raw bytes
 * @param <V> main type of the value: an Avro record in the Confluent wire format, or raw bytes
 * @param name the topic's name
 * @param keyType class of the key
 * @param valueType class of the main value, whose subject is {@code <name>-value}
 * @param otherTypes further record types of the same topic, each under the subject {@code <name>-<full record name>}
 * @param cleanup what Kafka may drop
 * @param maxMessageBytes largest record batch that the broker takes, after compression
 * @param flow from whom to whom, for tables
 */
public record Topic<K, V>(
        String name,
        Class<K> keyType,
        Class<V> valueType,
        List<Class<? extends SpecificRecord>> otherTypes,
        Cleanup cleanup,
        int maxMessageBytes,
        Flow flow) {

    /** Partitions of a topic where nothing else is asked for. */
    public static final int DEFAULT_PARTITIONS = 6;

    /** Kafka's own default limit: 1 MiB and the overhead of a batch. */
    public static final int DEFAULT_MAX_MESSAGE_BYTES = 1_048_588;

    /** Copies the list, so that a topic never changes. */
    public Topic {
        otherTypes = List.copyOf(otherTypes);
    }

    /** Every record type of the topic, the main one first; empty for a topic of raw bytes. */
    public List<Class<? extends SpecificRecord>> recordTypes() {
        List<Class<? extends SpecificRecord>> types = new ArrayList<>();
        if (SpecificRecord.class.isAssignableFrom(valueType)) {
            types.add(valueType.asSubclass(SpecificRecord.class));
        }
        types.addAll(otherTypes);
        return List.copyOf(types);
    }

    /** The registry subjects of the topic's record types, in the order of {@link #recordTypes()}. */
    public List<TopicSubject> subjects() {
        return recordTypes().stream()
                .map(type -> new TopicSubject(subjectOf(type), schemaOf(type)))
                .toList();
    }

    /**
     * The subject under which the registry keeps a record type of this topic.
     *
     * @throws IllegalArgumentException when the type does not belong to the topic
     */
    public String subjectOf(Class<? extends SpecificRecord> type) {
        if (type.equals(valueType)) {
            return name + "-value";
        }
        if (otherTypes.contains(type)) {
            return name + "-" + schemaOf(type).getFullName();
        }
        throw new IllegalArgumentException(type.getName() + " is no record of topic " + name);
    }

    /** What the topic is created with: the same on every cluster, whatever its defaults. */
    public Map<String, String> configs() {
        Map<String, String> configs = new TreeMap<>(cleanup.configs());
        configs.put(TopicConfig.MAX_MESSAGE_BYTES_CONFIG, Integer.toString(maxMessageBytes));
        // The broker keeps the producer's batches as they are: compressing them again would cost it and gain nothing.
        configs.put(TopicConfig.COMPRESSION_TYPE_CONFIG, "producer");
        return configs;
    }

    /**
     * The order by which an admin client creates the topic. With three replicas or more a write needs two of them.
     *
     * @throws IllegalArgumentException when a number is not positive
     */
    public NewTopic newTopic(int partitions, int replicationFactor) {
        if (partitions < 1 || replicationFactor < 1 || replicationFactor > Short.MAX_VALUE) {
            throw new IllegalArgumentException(
                    "topic " + name + ": partitions and replication factor must be positive");
        }
        Map<String, String> configs = new TreeMap<>(configs());
        configs.put(TopicConfig.MIN_IN_SYNC_REPLICAS_CONFIG, replicationFactor >= 3 ? "2" : "1");
        return new NewTopic(name, partitions, (short) replicationFactor).configs(configs);
    }

    /** One row of the topic table: name, key, values, cleanup, from, to, purpose. */
    public String markdownRow() {
        return List.of(
                        "`" + name + "`",
                        flow.key(),
                        values(),
                        cleanup.describe(),
                        flow.from(),
                        flow.to(),
                        flow.purpose())
                .stream()
                .map(cell -> cell.replace("|", "\\|"))
                .collect(Collectors.joining(" | ", "| ", " |"));
    }

    private String values() {
        List<Class<? extends SpecificRecord>> types = recordTypes();
        return types.isEmpty()
                ? "original bytes"
                : types.stream().map(Class::getSimpleName).collect(Collectors.joining(", "));
    }

    private static Schema schemaOf(Class<? extends SpecificRecord> type) {
        return SpecificData.get().getSchema(type);
    }
}
