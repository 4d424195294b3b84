package io.tributary.benchmarks.stage;

import io.tributary.api.config.ServerConfig;
import io.tributary.api.config.Settings;
import io.tributary.schemas.Topic;
import io.tributary.schemas.Topics;
import io.tributary.schemas.serde.SchemaRegistration;
import io.tributary.schemas.serde.SchemaRegistry;
import io.tributary.schemas.serde.SchemaUse;
import io.tributary.standalone.RegistryProcess;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.NewTopic;

/** Broker and registry, running, with the product's schemas; every run takes its settings from here. */
public final class Stage implements AutoCloseable {

    /** Where the pass-through writes; it has the settings of the topic it is fed from. */
    public static final String PASS_THROUGH = "bench.pass-through";

    private static final int PARTITIONS = 6;

    private final Path folder;
    private final RegistryProcess registry;
    private final BrokerProcess broker;
    private final Brokerage brokerage;
    private final SchemaRegistry schemas;

    private Stage(Path folder, RegistryProcess registry, BrokerProcess broker) {
        this.folder = folder;
        this.registry = registry;
        this.broker = broker;
        this.brokerage = new Brokerage(broker.bootstrapServers());
        this.schemas = SchemaRegistry.connect(Map.of("schema.registry.url", registry.url()));
    }

    /** Starts both, with the log and the state of all runs in a folder. */
    public static Stage start(Path folder) throws InterruptedException {
        RegistryProcess registry = RegistryProcess.start(folder.resolve("registry"));
        BrokerProcess broker = BrokerProcess.start(folder.resolve("kafka"));
        Stage stage = new Stage(folder, registry, broker);
        new SchemaRegistration(stage.schemas, SchemaUse.REGISTER).run(Topics.all());
        stage.recreateInput();
        stage.recreateOutputs();
        return stage;
    }

    /** The configuration that ships, for a group of this name with its own state folder. */
    public ServerConfig config(String applicationId) {
        return ServerConfig.of(Settings.of(settings(applicationId)));
    }

    /** The same as settings: all that differs from what ships is where things are. */
    public Map<String, String> settings(String applicationId) {
        Map<String, String> settings = new HashMap<>();
        settings.put("http.host", "127.0.0.1");
        settings.put("http.port", "0");
        settings.put("application.id", applicationId);
        settings.put("state.dir", stateFolder(applicationId).toString());
        settings.put("kafka.bootstrap.servers", broker.bootstrapServers());
        settings.put("schema.registry.url", registry.url());
        return settings;
    }

    /** Empties the input topic. */
    public void recreateInput() throws InterruptedException {
        brokerage.recreate(List.of(newTopic(Topics.EXPENSES_RAW)));
    }

    /** Empties every topic but the input, and drops the changelogs of earlier runs. */
    public void recreateOutputs() throws InterruptedException {
        brokerage.delete(name -> name.endsWith("-changelog"));
        NewTopic passThrough = new NewTopic(PASS_THROUGH, PARTITIONS, (short) 1);
        passThrough.configs(Topics.EXPENSES_RAW.configs());
        Stream<NewTopic> outputs = Topics.all().stream()
                .filter(topic -> !topic.equals(Topics.EXPENSES_RAW))
                .map(Stage::newTopic);
        brokerage.recreate(Stream.concat(outputs, Stream.of(passThrough)).toList());
    }

    private static NewTopic newTopic(Topic<?, ?> topic) {
        return topic.newTopic(PARTITIONS, 1);
    }

    /** Where a group keeps its state. */
    public Path stateFolder(String applicationId) {
        return folder.resolve("state").resolve(applicationId);
    }

    /** What Kafka clients call so. */
    public String bootstrapServers() {
        return broker.bootstrapServers();
    }

    /** What is asked of the broker. */
    public Brokerage brokerage() {
        return brokerage;
    }

    /** The registry, with its answers kept. */
    public SchemaRegistry schemas() {
        return schemas;
    }

    /** The broker's process id. */
    public long brokerPid() {
        return broker.pid();
    }

    /** How long the broker's process took until it served. */
    public long brokerStartMillis() {
        return broker.startMillis();
    }

    /** Partitions of every topic. */
    public int partitions() {
        return PARTITIONS;
    }

    @Override
    public void close() {
        brokerage.close();
        broker.close();
        registry.close();
    }
}
