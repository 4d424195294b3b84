package io.tributary.standalone.acceptance;

import io.tributary.api.TributaryServer;
import io.tributary.api.config.ServerConfig;
import io.tributary.api.config.Settings;
import io.tributary.standalone.TestCluster;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.awaitility.Awaitility;

/**
 * The process under test, on the shared cluster. Its group and topics are constants of the product, so there is one for
 * all tests of a JVM; each test has users of its own.
 */
final class TestServer {
    /** Partitions of every topic. */
    static final int PARTITIONS = 6;

    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private final TestCluster cluster;
    private TributaryServer server;

    private TestServer(TestCluster cluster) {
        this.cluster = cluster;
        this.server = start(cluster);
    }

    /** The server that tests of one JVM share; it runs when this returns, and stops when the JVM ends. */
    static TestServer shared() {
        return Shared.SERVER;
    }

    /** What it runs on. */
    TestCluster cluster() {
        return cluster;
    }

    /** Where it listens; another port after each restart. */
    URI url() {
        return server.url();
    }

    /** Stops it and starts it again on the same state folder; returns when it is ready. */
    void restart() {
        server.close();
        server = start(cluster);
    }

    private static TributaryServer start(TestCluster cluster) {
        TributaryServer server = TributaryServer.start(ServerConfig.of(Settings.of(Map.of(
                "http.port", "0",
                "application.id", "acceptance",
                "state.dir", cluster.directory().resolve("state").toString(),
                "topics.partitions", Integer.toString(PARTITIONS),
                "kafka.bootstrap.servers", cluster.bootstrapServers(),
                "schema.registry.url", cluster.registryUrl()))));
        HttpApi api = new HttpApi(server.url());
        Awaitility.await("the server to be ready")
                .atMost(PATIENCE)
                .until(() -> api.get("/health/ready").status() == 200);
        return server;
    }

    private static final class Shared {
        static final TestServer SERVER = start();

        private static TestServer start() {
            TestServer shared = new TestServer(TestCluster.shared());
            Runtime.getRuntime().addShutdownHook(new Thread(() -> shared.server.close(), "shared-server-stop"));
            return shared;
        }
    }
}
