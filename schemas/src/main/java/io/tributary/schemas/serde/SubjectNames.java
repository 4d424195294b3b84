package io.tributary.schemas.serde;

import java.util.Locale;
import org.apache.avro.Schema;
import org.apache.kafka.common.config.ConfigException;

/** How the subject of a schema is named; Confluent's three strategies. */
public enum SubjectNames {
    /** {@code <topic>-value} or {@code <topic>-key}: one record type a topic. */
    TOPIC_NAME("TopicNameStrategy") {
        @Override
        public String subject(String topic, boolean isKey, Schema schema) {
            return topic + (isKey ? "-key" : "-value");
        }
    },
    /** {@code <full record name>}, whatever the topic. */
    RECORD_NAME("RecordNameStrategy") {
        @Override
        public String subject(String topic, boolean isKey, Schema schema) {
            return schema.getFullName();
        }
    },
    /** {@code <topic>-<full record name>}: several record types in a topic. */
    TOPIC_RECORD_NAME("TopicRecordNameStrategy") {
        @Override
        public String subject(String topic, boolean isKey, Schema schema) {
            return topic + "-" + schema.getFullName();
        }
    };

    private final String strategy;

    SubjectNames(String strategy) {
        this.strategy = strategy;
    }

    /** The subject of a schema on a topic. */
    public abstract String subject(String topic, boolean isKey, Schema schema);

    /**
     * Reads a configured strategy: its simple name, or Confluent's class of that name.
     *
     * @throws ConfigException when it is neither
     */
    static SubjectNames parse(String key, Object value) {
        String name = value instanceof Class<?> type ? type.getName() : value.toString();
        String simple = name.substring(name.lastIndexOf('.') + 1);
        for (SubjectNames names : values()) {
            if (names.strategy.toLowerCase(Locale.ROOT).equals(simple.toLowerCase(Locale.ROOT))) {
                return names;
            }
        }
        throw new ConfigException(
                key, value, "must be TopicNameStrategy, RecordNameStrategy or TopicRecordNameStrategy");
    }
}
