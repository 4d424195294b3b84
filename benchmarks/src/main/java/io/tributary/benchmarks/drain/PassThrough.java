package io.tributary.benchmarks.drain;

import io.tributary.benchmarks.stage.Stage;
import io.tributary.schemas.Topics;
import io.tributary.topologies.progress.PositionSink;
import io.tributary.topologies.progress.ProgressProcessor;
import java.util.Properties;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.TopologyConfig;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.KStream;
import org.apache.kafka.streams.kstream.Named;
import org.apache.kafka.streams.kstream.Produced;

/** The least that Streams can do: each record of the input topic, unread, to one output topic. */
public final class PassThrough implements App {

    /** The application. */
    public PassThrough() {}

    @Override
    public Topology build(Properties properties, PositionSink positions) {
        StreamsBuilder builder = new StreamsBuilder(new TopologyConfig(new StreamsConfig(properties)));
        KStream<byte[], byte[]> raw = builder.stream(
                Topics.EXPENSES_RAW.name(),
                Consumed.with(Serdes.ByteArray(), Serdes.ByteArray()).withName("raw-source"));
        raw.to(
                Stage.PASS_THROUGH,
                Produced.with(Serdes.ByteArray(), Serdes.ByteArray()).withName("pass-through-sink"));
        raw.process(() -> new ProgressProcessor(positions), Named.as("progress-note"));
        return builder.build(properties);
    }
}
