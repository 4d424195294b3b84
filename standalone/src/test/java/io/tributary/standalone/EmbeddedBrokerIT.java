package io.tributary.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedBrokerIT {
    private static final String TOPIC = "broker-it";

    @TempDir
    private Path folder;

    @Test
    void shouldKeepCommittedRecordsOverARestartOnOtherPorts() throws Exception {
        try (EmbeddedBroker broker = EmbeddedBroker.start(folder)) {
            createTopic(broker.bootstrapServers());
            produce(broker.bootstrapServers(), "aborted", false);
            produce(broker.bootstrapServers(), "committed", true);
            assertThat(committed(broker.bootstrapServers(), 1)).containsExactly("committed");
        }
        try (EmbeddedBroker broker = EmbeddedBroker.start(folder)) {
            produce(broker.bootstrapServers(), "later", true);
            assertThat(committed(broker.bootstrapServers(), 2)).containsExactly("committed", "later");
        }
    }

    @RepeatedTest(3) // the kill meets the transaction at another moment each time
    void shouldKeepCommittedRecordsWhenItsProcessIsKilled() throws Exception {
        Process process = brokerProcess(LoopbackPorts.free());
        String servers = readyLine(process).substring("ready ".length());
        createTopic(servers);
        produce(servers, "before the kill", true);
        process.destroyForcibly().onExit().join();

        try (EmbeddedBroker broker = EmbeddedBroker.start(folder)) {
            assertThat(committed(broker.bootstrapServers(), 1)).containsExactly("before the kill");
        }
    }

    @Test
    void shouldEndWithItsParentsPipe() throws Exception {
        Process process = brokerProcess(LoopbackPorts.free());
        readyLine(process);

        process.getOutputStream().close();

        assertThat(process.onExit().get().exitValue()).isZero();
    }

    private Process brokerProcess(int port) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx256m",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        BrokerMain.class.getName(),
                        folder.toString(),
                        String.valueOf(port))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    private static String readyLine(Process process) throws IOException {
        String line = process.inputReader().readLine();
        assertThat(line).startsWith("ready ");
        return line;
    }

    private static void createTopic(String servers) throws ExecutionException, InterruptedException {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", servers))) {
            admin.createTopics(List.of(new NewTopic(TOPIC, 1, (short) 1))).all().get();
        }
    }

    private static void produce(String servers, String value, boolean commit)
            throws ExecutionException, InterruptedException {
        Map<String, Object> settings = Map.of("bootstrap.servers", servers, "transactional.id", "broker-it");
        try (KafkaProducer<String, String> producer =
                new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer())) {
            producer.initTransactions();
            producer.beginTransaction();
            producer.send(new ProducerRecord<>(TOPIC, value)).get();
            if (commit) {
                producer.commitTransaction();
            } else {
                producer.abortTransaction();
            }
        }
    }

    private static List<String> committed(String servers, int count) {
        Map<String, Object> settings = Map.of("bootstrap.servers", servers, "isolation.level", "read_committed");
        List<String> values = new ArrayList<>();
        try (KafkaConsumer<String, String> consumer =
                new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
            TopicPartition partition = new TopicPartition(TOPIC, 0);
            consumer.assign(Set.of(partition));
            consumer.seekToBeginning(Set.of(partition));
            long patience = System.nanoTime() + Duration.ofSeconds(30).toNanos();
            while (values.size() < count && System.nanoTime() < patience) {
                consumer.poll(Duration.ofMillis(200)).forEach(item -> values.add(item.value()));
            }
        }
        return values;
    }
}
