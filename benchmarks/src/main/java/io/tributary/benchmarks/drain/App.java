package io.tributary.benchmarks.drain;

import io.tributary.topologies.progress.PositionSink;
import java.util.Properties;
import org.apache.kafka.streams.Topology;

/** A Streams application that reads the input topic. */
@FunctionalInterface
public interface App {

    /**
     * Its topology.
     *
     * @param properties what Streams will run it with
     * @param positions told of every record
     */
    Topology build(Properties properties, PositionSink positions);
}
