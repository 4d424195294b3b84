package io.tributary.topologies;

import io.tributary.schemas.Partitioning;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.streams.processor.StreamPartitioner;

/**
 * Puts every record of a user on the user's partition, whatever else the key holds: murmur2 of the user part, as Kafka's
 * own clients do it for plain user ids.
 *
 * @param <V> the value
 */
final class UserPartitioner<V> implements StreamPartitioner<String, V> {

    @Override
    public Optional<Set<Integer>> partitions(String topic, String key, V value, int partitions) {
        return Optional.of(Set.of(Partitioning.partitionOfKey(key, partitions)));
    }
}
