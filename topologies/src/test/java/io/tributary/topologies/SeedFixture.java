package io.tributary.topologies;

import io.tributary.schemas.Topic;
import io.tributary.schemas.serde.SchemaRegistry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Stream;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.test.TestRecord;

/** The seeding on real stores, driven record by record. */
public final class SeedFixture implements AutoCloseable {

    private final Path stateFolder;
    private final TopologyTestDriver driver;

    private SeedFixture(PipelineConfig config, SchemaRegistry registry, long cut) {
        try {
            stateFolder = Files.createTempDirectory("tributary-seed");
        } catch (IOException noTemporaryFolder) {
            throw new UncheckedIOException(noTemporaryFolder);
        }
        Properties properties = TopologyFixture.properties(stateFolder);
        driver = new TopologyTestDriver(
                new Seeding(config, registry, Map.of(0, cut)).build(properties), properties, TopologyFixture.START);
    }

    /** A seeding of one partition that must know nothing from {@code cut} on. */
    public static SeedFixture open(PipelineConfig config, SchemaRegistry registry, long cut) {
        return new SeedFixture(config, registry, cut);
    }

    /** Reads records of one of its topics, in this order. */
    public SeedFixture read(Topic<?, ?> topic, List<KeyValue<byte[], byte[]>> records) {
        var input = driver.createInputTopic(
                topic.name(),
                new ByteArraySerializer(),
                new ByteArraySerializer(),
                TopologyFixture.START,
                Duration.ZERO);
        records.forEach(record -> input.pipeInput(new TestRecord<>(record.key, record.value)));
        return this;
    }

    /** A store it has filled. */
    public KeyValueStore<Bytes, byte[]> store(String name) {
        return driver.getKeyValueStore(name);
    }

    @Override
    public void close() {
        driver.close();
        try (Stream<Path> files = Files.walk(stateFolder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException left) {
            throw new UncheckedIOException(left);
        }
    }
}
