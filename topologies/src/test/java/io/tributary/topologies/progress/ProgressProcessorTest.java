package io.tributary.topologies.progress;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.KStream;
import org.apache.kafka.streams.kstream.Named;
import org.junit.jupiter.api.Test;

class ProgressProcessorTest {

    private final List<String> told = new ArrayList<>();

    @Test
    void shouldTellOfEveryRecordAfterEverythingElseAndForgetAtTheEnd() {
        try (TopologyTestDriver driver = new TopologyTestDriver(topology(), config())) {
            TestInputTopic<byte[], byte[]> raw =
                    driver.createInputTopic("raw", new ByteArraySerializer(), new ByteArraySerializer());
            raw.pipeInput(new byte[] {1}, new byte[] {1});
            raw.pipeInput(new byte[] {2});
            raw.pipeInput(new byte[] {3}, (byte[]) null);
        }

        assertThat(told)
                .containsExactly(
                        "opened 0", "work", "reached 0 0", "work", "reached 0 1", "work", "reached 0 2", "closed 0");
    }

    private Topology topology() {
        StreamsBuilder builder = new StreamsBuilder();
        KStream<byte[], byte[]> raw = builder.stream(
                "raw", Consumed.with(Serdes.ByteArray(), Serdes.ByteArray()).withName("raw-source"));
        raw.foreach((key, value) -> told.add("work"), Named.as("work"));
        raw.process(() -> new ProgressProcessor(new Telling()), Named.as("progress"));
        return builder.build();
    }

    private static Properties config() {
        Properties properties = new Properties();
        properties.put(StreamsConfig.APPLICATION_ID_CONFIG, "progress-test");
        properties.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, "localhost:1");
        return properties;
    }

    private final class Telling implements PositionSink {

        @Override
        public void opened(int partition) {
            told.add("opened " + partition);
        }

        @Override
        public void reached(int partition, long offset) {
            told.add("reached " + partition + " " + offset);
        }

        @Override
        public void closed(int partition) {
            told.add("closed " + partition);
        }
    }
}
