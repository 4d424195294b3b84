package io.tributary.benchmarks.profile;

import java.util.List;
import java.util.Map;

/** Which part of the process a stack belongs to: that of its topmost frame that tells. */
final class Layers {

    private static final List<Map.Entry<String, String>> OTHERS = List.of(
            Map.entry("org.apache.kafka.clients.producer.", "Kafka producer: batches, lz4, sending"),
            Map.entry("org.apache.kafka.clients.consumer.", "Kafka consumer: fetching, polling"),
            Map.entry("org.apache.kafka.clients.", "Kafka network client"),
            Map.entry("org.apache.kafka.streams.state.", "Streams: stores"),
            Map.entry("org.apache.kafka.streams.", "Streams: forwarding, metrics, tasks"),
            Map.entry("org.rocksdb.", "RocksDB, the Java side"),
            Map.entry("org.apache.avro.", "Avro"),
            Map.entry("io.tributary.avro.", "Avro"),
            Map.entry("io.tributary.schemas.serde.", "serdes"));
    private static final String FEATURES = "io.tributary.topologies.";

    private Layers() {}

    /** The part, or null where the class belongs to a library that anyone calls. */
    static @org.jspecify.annotations.Nullable String of(String className) {
        for (Map.Entry<String, String> layer : OTHERS) {
            if (className.startsWith(layer.getKey())) {
                return layer.getValue();
            }
        }
        if (!className.startsWith(FEATURES)) {
            return null;
        }
        String rest = className.substring(FEATURES.length());
        int dot = rest.indexOf('.');
        return "feature code: " + (dot < 0 ? "pipeline" : rest.substring(0, dot));
    }
}
