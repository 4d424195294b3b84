package io.tributary.standalone;

import com.sun.net.httpserver.HttpServer;
import io.tributary.schemas.Topics;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/**
 * What the demo needs of an API process: it creates what it needs on the cluster, answers on its port, and its group
 * commits what it has read.
 */
final class StandInApi implements ApiProcess {
    private static final int PARTITIONS = 6;
    private static final Duration POLL = Duration.ofMillis(100);

    private final HttpServer http;
    private final CountDownLatch failure = new CountDownLatch(1);
    private final Thread reader;
    private volatile boolean stopping;

    private StandInApi(Map<String, String> settings) throws IOException {
        int port = Integer.parseInt(settings.getOrDefault("http.port", "0"));
        http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        http.start();
        reader = new Thread(() -> read(settings), "stand-in-reader");
        reader.start();
    }

    static ApiProcess start(Map<String, String> settings) throws InterruptedException {
        try {
            ClusterContracts.createTopics(settings.getOrDefault("kafka.bootstrap.servers", ""), PARTITIONS);
            ClusterContracts.registerSchemas(settings.getOrDefault("schema.registry.url", ""));
            return new StandInApi(settings);
        } catch (IOException taken) {
            throw new StartupException("The port is taken.", taken);
        }
    }

    /** The demo as a process of its own, on this stand-in. */
    public static void main(String[] arguments) {
        System.exit(Tributary.commandLine(StandInApi::start, Clock.systemUTC()).execute(arguments));
    }

    @Override
    public URI url() {
        return URI.create("http://127.0.0.1:" + http.getAddress().getPort());
    }

    @Override
    public String awaitFailure() throws InterruptedException {
        failure.await();
        return "It failed.";
    }

    @Override
    public void close() {
        stopping = true;
        http.stop(0);
        try {
            reader.join();
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }

    private void read(Map<String, String> settings) {
        Map<String, Object> consumerSettings = Map.of(
                "bootstrap.servers", settings.getOrDefault("kafka.bootstrap.servers", ""),
                "group.id", settings.getOrDefault("application.id", ""),
                "auto.offset.reset", "earliest");
        try (KafkaConsumer<byte[], byte[]> consumer =
                new KafkaConsumer<>(consumerSettings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            consumer.subscribe(List.of(Topics.EXPENSES_RAW.name()));
            while (!stopping) {
                consumer.poll(POLL);
                consumer.commitSync();
            }
        }
    }
}
