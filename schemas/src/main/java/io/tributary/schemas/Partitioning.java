package io.tributary.schemas;

import java.nio.charset.StandardCharsets;
import org.apache.kafka.common.utils.Utils;

/**
 * Which partition a user lives on: murmur2 of the id's UTF-8 bytes, as Kafka's default partitioner does for a plain
 * string key, so that a Java producer that knows nothing of Tributary already hits the right one. Clients built on
 * librdkafka hash with CRC32 unless told {@code partitioner=murmur2_random}.
 */
public final class Partitioning {

    private Partitioning() {}

    /** The partition, from 0, of all that belongs to a user. */
    public static int partition(String userId, int numPartitions) {
        return Utils.toPositive(Utils.murmur2(userId.getBytes(StandardCharsets.UTF_8))) % numPartitions;
    }

    /** The partition of a written {@code user|entity} key, or of a plain user id: that of the user. */
    public static int partitionOfKey(String key, int numPartitions) {
        return partition(EntityKey.userOf(key), numPartitions);
    }
}
