package io.tributary.topologies;

import java.nio.file.Path;
import java.util.Properties;
import java.util.function.Consumer;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.TopologyConfig;
import org.apache.kafka.streams.TopologyTestDriver;

/** Builds topologies of single features as production does, with the gate on names that Streams would make up, and drives them. */
public final class FeatureFixture {

    private FeatureFixture() {}

    /** The topology that {@code define} makes of an empty builder. */
    public static Topology topology(Consumer<StreamsBuilder> define) {
        StreamsBuilder builder = new StreamsBuilder(new TopologyConfig(new StreamsConfig(properties())));
        define.accept(builder);
        return builder.build();
    }

    /** A driver with real stores below {@code folder}; to be closed. */
    public static TopologyTestDriver drive(Topology topology, Path folder) {
        Properties properties = properties();
        properties.put(StreamsConfig.STATE_DIR_CONFIG, folder.toString());
        return new TopologyTestDriver(topology, properties);
    }

    private static Properties properties() {
        Properties properties = new Properties();
        properties.put(StreamsConfig.APPLICATION_ID_CONFIG, "tributary-test");
        properties.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, "none:1");
        properties.put(StreamsConfig.ENSURE_EXPLICIT_INTERNAL_RESOURCE_NAMING_CONFIG, true);
        properties.put(StreamsConfig.STATESTORE_CACHE_MAX_BYTES_CONFIG, 0);
        return properties;
    }
}
