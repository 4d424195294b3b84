package io.tributary.standalone;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.OutputStream;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import kafka.server.KafkaConfig;
import org.apache.kafka.metadata.storage.Formatter;
import org.apache.kafka.server.common.MetadataVersion;

/**
 * A real Kafka broker of one node (KRaft, broker and controller in one) inside this JVM, listening on the loopback
 * address only. Its folder is formatted on first use; starting again on the same folder, on the same or other ports,
 * continues with the data that is there, also after the process was killed.
 */
public final class EmbeddedBroker implements AutoCloseable {
    private static final String HOST = "127.0.0.1";
    private static final int NODE_ID = 1;
    // One fixed id: a folder formatted by one start must be accepted by every later one.
    private static final String CLUSTER_ID = "dHJpYnV0YXJ5LWRlbW8tMQ";

    private final KraftNode node;
    private final int port;

    private EmbeddedBroker(KraftNode node, int port) {
        this.node = node;
        this.port = port;
    }

    /** Starts a broker on ports of its own choice. See {@link #start(Path, int)}. */
    public static EmbeddedBroker start(Path directory) {
        return LoopbackPorts.onFreePort(port -> start(directory, port));
    }

    /**
     * Starts the broker and returns when it serves clients.
     *
     * @param directory where it keeps its log; created when missing
     * @param port the loopback port for clients
     * @throws StartupException when it does not start on that folder
     */
    public static EmbeddedBroker start(Path directory, int port) {
        // A free port is free for both until one of them listens: the two must not be the same.
        return LoopbackPorts.onFreePort(free -> start(directory, port, free == port ? free + 1 : free));
    }

    private static EmbeddedBroker start(Path directory, int port, int controllerPort) {
        Path log = directory.toAbsolutePath();
        format(log);
        KraftNode node = new KraftNode(
                new KafkaConfig(properties(log, port, controllerPort), false),
                new InetSocketAddress(InetAddress.getLoopbackAddress(), controllerPort));
        try {
            node.start();
            return new EmbeddedBroker(node, port);
        } catch (RuntimeException | ExecutionException | TimeoutException refused) {
            node.close();
            throw new StartupException(
                    "The broker does not start on the folder %s: %s".formatted(log, refused.getMessage()), refused);
        } catch (InterruptedException stop) {
            node.close();
            Thread.currentThread().interrupt();
            throw new StartupException("The start of the broker was interrupted.", stop);
        }
    }

    /** What Kafka clients call {@code bootstrap.servers}. */
    public String bootstrapServers() {
        return HOST + ":" + port;
    }

    /** Stops the broker in good order and returns when its files are closed. */
    @Override
    public void close() {
        node.close();
    }

    private static void format(Path log) {
        try (PrintStream silent = new PrintStream(OutputStream.nullOutputStream(), false, UTF_8)) {
            new Formatter()
                    .setPrintStream(silent)
                    .setNodeId(NODE_ID)
                    .setClusterId(CLUSTER_ID)
                    .setControllerListenerName("CONTROLLER")
                    .setMetadataLogDirectory(log.toString())
                    .addDirectory(log.toString())
                    .setReleaseVersion(MetadataVersion.latestProduction())
                    .setIgnoreFormatted(true)
                    .run();
        } catch (Exception unusable) { // the formatter declares Exception itself
            throw new StartupException(
                    "The broker cannot use the folder %s: %s".formatted(log, unusable.getMessage()), unusable);
        }
    }

    private static Properties properties(Path log, int port, int controllerPort) {
        Properties p = new Properties();
        p.put("process.roles", "broker,controller");
        p.put("node.id", String.valueOf(NODE_ID));
        p.put("log.dirs", log.toString());
        // A static quorum keeps ports out of the stored metadata, so they may differ at each start.
        p.put("controller.quorum.voters", NODE_ID + "@" + HOST + ":" + controllerPort);
        p.put("controller.listener.names", "CONTROLLER");
        p.put("listeners", "PLAINTEXT://%s:%d,CONTROLLER://%s:%d".formatted(HOST, port, HOST, controllerPort));
        p.put("advertised.listeners", "PLAINTEXT://%s:%d".formatted(HOST, port));
        p.put("listener.security.protocol.map", "PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT");
        p.put("auto.create.topics.enable", "false");
        sizeForOneNode(p);
        recoverQuickly(p);
        return p;
    }

    private static void sizeForOneNode(Properties p) {
        for (String topic : new String[] {"offsets.topic", "transaction.state.log", "share.coordinator.state.topic"}) {
            p.put(topic + ".replication.factor", "1");
            p.put(topic + ".num.partitions", "4");
        }
        p.put("transaction.state.log.min.isr", "1");
        p.put("share.coordinator.state.topic.min.isr", "1");
        p.put("log.cleaner.dedupe.buffer.size", String.valueOf(4 << 20));
        p.put("log.cleaner.threads", "1");
        p.put("num.network.threads", "2");
        p.put("num.io.threads", "4");
    }

    /** With Kafka's defaults a client that was killed holds its group and its transactions for most of a minute. */
    private static void recoverQuickly(Properties p) {
        p.put("group.min.session.timeout.ms", "1000");
        p.put("group.initial.rebalance.delay.ms", "0");
        p.put("transaction.abort.timed.out.transaction.cleanup.interval.ms", "500");
    }
}
