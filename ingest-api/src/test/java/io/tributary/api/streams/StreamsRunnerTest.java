package io.tributary.api.streams;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.tributary.topologies.state.StateProblem;
import java.nio.file.Path;
import java.util.Properties;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.errors.InvalidStateStoreException;
import org.apache.kafka.streams.errors.StreamsException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class StreamsRunnerTest {

    @TempDir
    private Path folder = Path.of("");

    @Test
    void shouldSayThatTheStateIsNotThereOnceItIsClosed() {
        Properties props = new Properties();
        props.put(StreamsConfig.APPLICATION_ID_CONFIG, "test");
        props.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, "127.0.0.1:1");
        props.put(StreamsConfig.STATE_DIR_CONFIG, folder.toString());
        props.put(StreamsConfig.DEFAULT_KEY_SERDE_CLASS_CONFIG, Serdes.ByteArraySerde.class);
        props.put(StreamsConfig.DEFAULT_VALUE_SERDE_CLASS_CONFIG, Serdes.ByteArraySerde.class);
        StreamsRunner runner = new StreamsRunner(new Topology().addSource("source", "topic"), props);
        runner.close();

        assertThatExceptionOfType(InvalidStateStoreException.class).isThrownBy(() -> runner.open("ledger", 0));
        assertThatExceptionOfType(InvalidStateStoreException.class).isThrownBy(() -> runner.openCopy("ledger", 0));
    }

    @Test
    void shouldSayWhatIsWrongWithTheStateAndNothingOfAnythingElse() {
        StreamsException failure =
                new StreamsException("task 0_1 failed", new StateProblem("Start the other version."));

        assertThat(StreamsRunner.sentence(failure)).contains("Start the other version.");
        assertThat(StreamsRunner.sentence(new StreamsException("broken"))).isEmpty();
    }
}
