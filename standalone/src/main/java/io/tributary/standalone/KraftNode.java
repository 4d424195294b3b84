package io.tributary.standalone;

import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import kafka.server.BrokerServer;
import kafka.server.ControllerServer;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import kafka.server.Server;
import kafka.server.SharedServer;
import kafka.server.StandardFaultHandlerFactory;
import org.apache.kafka.common.message.RequestHeaderData;
import org.apache.kafka.common.metrics.Metrics;
import org.apache.kafka.common.security.auth.KafkaPrincipal;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.controller.ControllerRequestContext;
import org.apache.kafka.image.MetadataDelta;
import org.apache.kafka.image.MetadataImage;
import org.apache.kafka.image.loader.LoaderManifest;
import org.apache.kafka.image.publisher.MetadataPublisher;
import org.apache.kafka.metadata.BrokerRegistration;
import org.apache.kafka.metadata.bootstrap.BootstrapMetadata;
import org.apache.kafka.metadata.properties.MetaPropertiesEnsemble;
import org.apache.kafka.server.ServerSocketFactory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import scala.Tuple2;

/**
 * Controller and broker of one node, started in this order: controller, then away with what a killed broker left
 * behind, then broker.
 *
 * <p>Kafka's own {@link KafkaRaftServer} starts the broker at once. After a {@code kill -9} the broker then finds its
 * dead predecessor still registered, takes itself for the leader and tries to end the predecessor's half-committed
 * transactions at an address where nobody answers yet. When the controller gives the predecessor up, Kafka 4.3.1 takes
 * the partitions, leaderless for that moment, for deleted ones, notes the transactions as complete and never writes
 * their markers: readers of committed records are stuck before them for good. Ending the old registration first leaves
 * no such moment, and saves the wait for the predecessor's session to run out.
 */
final class KraftNode implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(KraftNode.class);
    private static final Duration LIMIT = Duration.ofMinutes(1);
    private static final long POLL_MILLIS = 20;

    private final int nodeId;
    private final SharedServer shared;
    private final ControllerServer controller;
    private final BrokerServer broker;

    /**
     * Not started yet.
     *
     * @param config of a node that is both broker and controller, with a static quorum of itself
     * @param controllerAddress where it listens as a controller
     */
    KraftNode(KafkaConfig config, InetSocketAddress controllerAddress) {
        this.nodeId = config.nodeId();
        Tuple2<MetaPropertiesEnsemble, BootstrapMetadata> folder = KafkaRaftServer.initializeLogDirs(config, LOG, "");
        Metrics metrics = Server.initializeMetrics(
                config, Time.SYSTEM, folder._1().clusterId().orElseThrow());
        this.shared = new SharedServer(
                config,
                folder._1(),
                Time.SYSTEM,
                metrics,
                CompletableFuture.completedFuture(Map.of(nodeId, controllerAddress)),
                List.of(),
                new StandardFaultHandlerFactory(),
                ServerSocketFactory.INSTANCE);
        this.controller = new ControllerServer(shared, KafkaRaftServer.configSchema(), folder._2());
        this.broker = new BrokerServer(shared);
    }

    /** Starts the node and returns when it serves clients. */
    void start() throws InterruptedException, ExecutionException, TimeoutException {
        controller.startup();
        if (isKilledBrokerRegistered()) {
            unregisterBroker();
        }
        broker.startup();
    }

    @Override
    public void close() {
        broker.shutdown();
        controller.shutdown();
        broker.awaitShutdown();
        controller.awaitShutdown();
    }

    /** A broker that stopped in good order is registered too, but fenced: it leads nothing. */
    private boolean isKilledBrokerRegistered() throws InterruptedException, ExecutionException, TimeoutException {
        FirstImage first = new FirstImage();
        shared.loader().installPublishers(List.of(first)).get(LIMIT.toMillis(), TimeUnit.MILLISECONDS);
        MetadataImage image = first.arrived.get(LIMIT.toMillis(), TimeUnit.MILLISECONDS);
        shared.loader().removeAndClosePublisher(first).get(LIMIT.toMillis(), TimeUnit.MILLISECONDS);
        BrokerRegistration last = image.cluster().broker(nodeId);
        return last != null && !last.fenced();
    }

    private void unregisterBroker() throws InterruptedException, ExecutionException, TimeoutException {
        long deadline = System.nanoTime() + LIMIT.toNanos();
        while (!controller.controller().isActive()) {
            if (System.nanoTime() > deadline) {
                throw new TimeoutException("The controller did not become active.");
            }
            Thread.sleep(POLL_MILLIS);
        }
        ControllerRequestContext context =
                new ControllerRequestContext(new RequestHeaderData(), KafkaPrincipal.ANONYMOUS, OptionalLong.empty());
        controller.controller().unregisterBroker(context, nodeId).get(LIMIT.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Catches the cluster as the log of its metadata describes it at start. */
    private static final class FirstImage implements MetadataPublisher {
        private final CompletableFuture<MetadataImage> arrived = new CompletableFuture<>();

        @Override
        public String name() {
            return "killed-broker-check";
        }

        @Override
        public void onMetadataUpdate(MetadataDelta delta, MetadataImage image, LoaderManifest manifest) {
            arrived.complete(image);
        }

        @Override
        public void close() {
            // holds nothing
        }
    }
}
