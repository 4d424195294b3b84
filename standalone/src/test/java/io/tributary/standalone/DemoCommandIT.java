package io.tributary.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tributary.schemas.Topics;
import io.tributary.standalone.demo.DemoData;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DemoCommandIT {
    private static final String READY = "Three things to try:";

    @TempDir
    private Path folder;

    private final List<Process> processes = new ArrayList<>();
    private final int port = LoopbackPorts.free();
    private final int kafkaPort = LoopbackPorts.free();
    private final int registryPort = LoopbackPorts.free();

    @AfterEach
    void killWhatIsLeft() {
        processes.forEach(process -> process.destroyForcibly().onExit().join());
    }

    @Test
    void shouldLoadOnceAndContinueAfterStopAndKill() throws Exception {
        Process first = demo();
        assertThat(outputUntil(first, READY)).anyMatch(line -> line.contains("Sending demo data: 100 %"));
        assertThat(recordsInTheLog()).isEqualTo(DemoData.SIZE);
        List<ProcessHandle> children = first.children().toList();
        first.destroy();
        assertThat(first.onExit().get().exitValue()).isEqualTo(143);
        assertThat(children).isNotEmpty().noneMatch(ProcessHandle::isAlive);

        Process second = demo();
        assertThat(outputUntil(second, READY)).noneMatch(line -> line.contains("Sending demo data"));
        assertThat(recordsInTheLog()).isEqualTo(DemoData.SIZE);
        second.destroyForcibly().onExit().join();

        Process third = demo();
        outputUntil(third, READY);
        assertThat(recordsInTheLog()).isEqualTo(DemoData.SIZE);
        Process competitor = demo("--port", String.valueOf(LoopbackPorts.free()));
        assertThat(errors(competitor))
                .singleElement()
                .asString()
                .startsWith("Port " + kafkaPort + " is already in use")
                .endsWith("--kafka-port.");
        third.destroy();
        third.onExit().get();

        Process fresh = demo("--fresh", "--no-data");
        outputUntil(fresh, READY);
        assertThat(recordsInTheLog()).isZero();
        fresh.destroy();
        fresh.onExit().get();
    }

    @Test
    void shouldStartARegistryAgainThatDied() throws Exception {
        Process demo = demo("--no-data");
        outputUntil(demo, READY);
        ProcessHandle registry = demo.children().findFirst().orElseThrow();

        registry.destroyForcibly();

        await().atMost(Duration.ofMinutes(1))
                .until(() -> !LoopbackPorts.isFree(registryPort)
                        && demo.children().anyMatch(child -> child.pid() != registry.pid()));
        demo.destroy();
        demo.onExit().get();
        assertThat(LoopbackPorts.isFree(registryPort)).isTrue();
    }

    @Test
    void shouldSayInOneSentenceThatAPortIsTaken() throws Exception {
        try (ServerSocket other = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            assertThat(other.isBound()).isTrue();
            Process refused = demo();
            assertThat(errors(refused)).singleElement().asString().startsWith("Port " + port + " is already in use");
            assertThat(refused.onExit().get().exitValue()).isEqualTo(1);
        }
    }

    @Test
    void shouldSayInOneSentenceThatTheFolderIsLocked() throws Exception {
        try (DataFolder held = DataFolder.open(folder)) {
            Process refused = demo();
            assertThat(errors(refused)).singleElement().asString().contains(held.root() + " is in use");
            assertThat(refused.onExit().get().exitValue()).isEqualTo(1);
        }
    }

    private Process demo(String... more) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-Xmx512m",
                "-cp",
                System.getProperty("java.class.path"),
                StandInApi.class.getName(),
                "demo",
                "--data-dir",
                folder.toString()));
        List<String> options = List.of(more);
        addUnlessGiven(command, options, "--port", port);
        addUnlessGiven(command, options, "--kafka-port", kafkaPort);
        addUnlessGiven(command, options, "--registry-port", registryPort);
        command.addAll(options);
        Process process = new ProcessBuilder(command).start();
        processes.add(process);
        return process;
    }

    private static void addUnlessGiven(List<String> command, List<String> given, String option, int value) {
        if (!given.contains(option)) {
            command.add(option);
            command.add(String.valueOf(value));
        }
    }

    private static List<String> outputUntil(Process process, String end) throws IOException {
        List<String> lines = new ArrayList<>();
        BufferedReader output = process.inputReader();
        for (String line = output.readLine(); line != null; line = output.readLine()) {
            lines.add(line);
            if (line.contains(end)) {
                return lines;
            }
        }
        throw new AssertionError("The demo ended: " + lines + errors(process));
    }

    private static List<String> errors(Process process) throws IOException {
        return process.errorReader().lines().toList();
    }

    private long recordsInTheLog() throws Exception {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", "127.0.0.1:" + kafkaPort))) {
            Map<TopicPartition, OffsetSpec> ends = IntStream.range(0, 6)
                    .mapToObj(partition -> new TopicPartition(Topics.EXPENSES_RAW.name(), partition))
                    .collect(Collectors.toMap(partition -> partition, partition -> OffsetSpec.latest()));
            return admin.listOffsets(ends).all().get().values().stream()
                    .mapToLong(ListOffsetsResultInfo::offset)
                    .sum();
        }
    }
}
