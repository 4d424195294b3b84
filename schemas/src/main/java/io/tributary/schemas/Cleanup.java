package io.tributary.schemas;

import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.common.config.TopicConfig;

/** What Kafka may drop from a topic: records past their time, or values that a newer one of the same key replaced. */
public sealed interface Cleanup {

    /** A log: whole records go after {@code retention}, counted from when the broker appended them. */
    record Delete(Duration retention) implements Cleanup {

        @Override
        public Map<String, String> configs() {
            Map<String, String> configs = new TreeMap<>();
            configs.put(TopicConfig.CLEANUP_POLICY_CONFIG, TopicConfig.CLEANUP_POLICY_DELETE);
            configs.put(TopicConfig.RETENTION_MS_CONFIG, Long.toString(retention.toMillis()));
            // Kafka deletes whole segments: with one a day nothing outlives its retention by more than a day.
            configs.put(
                    TopicConfig.SEGMENT_MS_CONFIG,
                    Long.toString(Duration.ofDays(1).toMillis()));
            // By producers' own stamps a backfill of old facts would be deleted within seconds.
            configs.put(TopicConfig.MESSAGE_TIMESTAMP_TYPE_CONFIG, "LogAppendTime");
            return configs;
        }

        @Override
        public String describe() {
            return "delete, " + retention.toDays() + " d";
        }
    }

    /** Current values: the newest of every key stays for good, older ones go within a day, erased ones after a week. */
    record Compact() implements Cleanup {

        @Override
        public Map<String, String> configs() {
            Map<String, String> configs = new TreeMap<>();
            configs.put(TopicConfig.CLEANUP_POLICY_CONFIG, TopicConfig.CLEANUP_POLICY_COMPACT);
            configs.put(
                    TopicConfig.DELETE_RETENTION_MS_CONFIG,
                    Long.toString(Duration.ofDays(7).toMillis()));
            configs.put(
                    TopicConfig.MAX_COMPACTION_LAG_MS_CONFIG,
                    Long.toString(Duration.ofHours(24).toMillis()));
            return configs;
        }

        @Override
        public String describe() {
            return "compact";
        }
    }

    /** The topic settings that make Kafka do so. */
    Map<String, String> configs();

    /** In words, for tables. */
    String describe();
}
