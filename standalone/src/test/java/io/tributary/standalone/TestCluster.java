package io.tributary.standalone;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/**
 * A real broker and a real registry for integration tests, at addresses that stay the same over restarts: embedded, or
 * in containers when the system property {@code tributary.test.cluster} is {@code containers}. Topic names are
 * constants of the product, so a test that needs empty topics takes a {@link #fresh} cluster and closes it; all others
 * share one.
 */
public final class TestCluster implements AutoCloseable {
    private static final String CHOICE = "tributary.test.cluster";

    private final Path directory;
    private final ClusterBackend backend;

    private TestCluster(Path directory) {
        this.directory = directory;
        this.backend = choose(System.getProperty(CHOICE, "embedded"), directory);
    }

    /** The cluster that tests of one JVM share; it is stopped when the JVM ends. */
    public static TestCluster shared() {
        return Shared.CLUSTER;
    }

    /** A new, empty cluster that the caller closes. */
    public static TestCluster fresh() {
        try {
            return new TestCluster(Files.createTempDirectory("tributary-cluster"));
        } catch (IOException full) {
            throw new UncheckedIOException(full);
        }
    }

    /** What Kafka clients call {@code bootstrap.servers}. */
    public String bootstrapServers() {
        return backend.bootstrapServers();
    }

    /** What Confluent's serializers call {@code schema.registry.url}. */
    public String registryUrl() {
        return backend.registryUrl();
    }

    /** Creates the product's topics, those that are not there yet, and registers its schemas. */
    public TestCluster withContracts(int partitions) throws InterruptedException {
        ClusterContracts.createTopics(bootstrapServers(), partitions);
        ClusterContracts.registerSchemas(registryUrl());
        return this;
    }

    /** A folder for the test's own files, removed with the cluster. */
    public Path directory() {
        return directory;
    }

    /** Stops the broker; clients lose it until {@link #startBroker}. */
    public void stopBroker() {
        backend.stopBroker();
    }

    /** Starts the stopped broker again, with its data. */
    public void startBroker() {
        backend.startBroker();
    }

    /** Kills the registry; clients lose it until {@link #startRegistry}. */
    public void killRegistry() {
        backend.killRegistry();
    }

    /** Starts the killed registry again, with its data. */
    public void startRegistry() {
        backend.startRegistry();
    }

    @Override
    public void close() {
        backend.close();
        deleteTree(directory);
    }

    private static ClusterBackend choose(String choice, Path directory) {
        return switch (choice) {
            case "embedded" -> new EmbeddedCluster(directory);
            case "containers" -> new ContainerCluster();
            default ->
                throw new IllegalArgumentException(
                        CHOICE + " is \"" + choice + "\" but must be embedded or containers");
        };
    }

    private static void deleteTree(Path root) {
        try (Stream<Path> tree = Files.walk(root)) {
            for (Path path : tree.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        } catch (IOException inUse) {
            throw new UncheckedIOException(inUse);
        }
    }

    /** Starts the shared cluster when it is first asked for. */
    private static final class Shared {
        static final TestCluster CLUSTER = start();

        private static TestCluster start() {
            TestCluster cluster = fresh();
            Runtime.getRuntime().addShutdownHook(new Thread(cluster::close, "shared-cluster-stop"));
            return cluster;
        }
    }
}
