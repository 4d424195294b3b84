package io.tributary.standalone;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.wait.strategy.HttpWaitStrategy;
import org.testcontainers.kafka.KafkaContainer;
import org.testcontainers.lifecycle.Startables;
import org.testcontainers.utility.DockerImageName;

/** A broker and a registry as their projects publish them, in containers. */
final class ContainerCluster implements ClusterBackend {
    /** What to do when there is no Docker, in one sentence. */
    static final String NO_DOCKER = "The profile testcontainers needs a running Docker, and none answers:"
            + " start Docker, or leave the profile out to run the same tests on an embedded broker and registry.";

    private static final DockerImageName KAFKA = DockerImageName.parse("apache/kafka:4.3.1");
    private static final DockerImageName REGISTRY = DockerImageName.parse("apicurio/apicurio-registry:3.0.9");
    private static final int REGISTRY_PORT = 8080;
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final KafkaContainer broker = new KafkaContainer(KAFKA)
            .withEnv("KAFKA_AUTO_CREATE_TOPICS_ENABLE", "false")
            // As in the demo: with the defaults a client that was killed holds its group for most of a minute.
            .withEnv("KAFKA_GROUP_MIN_SESSION_TIMEOUT_MS", "1000")
            .withEnv("KAFKA_GROUP_INITIAL_REBALANCE_DELAY_MS", "0")
            .withEnv("KAFKA_TRANSACTION_ABORT_TIMED_OUT_TRANSACTION_CLEANUP_INTERVAL_MS", "500");
    private final GenericContainer<?> registry = new GenericContainer<>(REGISTRY)
            .withEnv("APICURIO_RULES_GLOBAL_COMPATIBILITY", "BACKWARD_TRANSITIVE")
            .withEnv("APICURIO_DATASOURCE_URL", "jdbc:h2:file:/tmp/registry;WRITE_DELAY=0")
            .withExposedPorts(REGISTRY_PORT)
            .waitingFor(ready());
    private final int registryPort = LoopbackPorts.free();

    /**
     * Starts both, at the same time.
     *
     * @throws IllegalStateException with {@link #NO_DOCKER} when there is no Docker
     */
    ContainerCluster() {
        if (!DockerClientFactory.instance().isDockerAvailable()) {
            throw new IllegalStateException(NO_DOCKER);
        }
        // A port that Docker chooses would be another one after each start.
        registry.setPortBindings(List.of("127.0.0.1:%d:%d".formatted(registryPort, REGISTRY_PORT)));
        Startables.deepStart(Stream.of(broker, registry)).join();
    }

    @Override
    public String bootstrapServers() {
        return broker.getBootstrapServers();
    }

    @Override
    public String registryUrl() {
        return "http://127.0.0.1:%d/apis/ccompat/v7".formatted(registryPort);
    }

    /** Freezes it: to clients that is a broker that went away, and its port stays. */
    @Override
    public void stopBroker() {
        broker.getDockerClient().pauseContainerCmd(broker.getContainerId()).exec();
    }

    @Override
    public void startBroker() {
        broker.getDockerClient().unpauseContainerCmd(broker.getContainerId()).exec();
    }

    @Override
    public void killRegistry() {
        registry.getDockerClient().killContainerCmd(registry.getContainerId()).exec();
    }

    @Override
    public void startRegistry() {
        registry.getDockerClient().startContainerCmd(registry.getContainerId()).exec();
        ready().waitUntilReady(registry);
    }

    @Override
    public void close() {
        registry.stop();
        broker.stop();
    }

    private static HttpWaitStrategy ready() {
        HttpWaitStrategy answers = new HttpWaitStrategy().forPath("/apis/ccompat/v7/subjects");
        answers.withStartupTimeout(PATIENCE);
        return answers;
    }
}
