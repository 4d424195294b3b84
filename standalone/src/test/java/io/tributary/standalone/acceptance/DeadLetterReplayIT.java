package io.tributary.standalone.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import io.tributary.api.cli.TributaryCommands;
import io.tributary.schemas.Topics;
import io.tributary.schemas.serde.SchemaRegistry;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

/** What was dead-lettered for a cause that an operator can remove is processed once it is sent again. */
class DeadLetterReplayIT {
    private static final String USER = "replayed";
    private static final Duration PATIENCE = Duration.ofMinutes(1);
    /** The registry gives ids in order, with gaps. */
    private static final int GUESSES = 20;

    private final TestServer server = TestServer.shared();
    private final HttpApi api = new HttpApi(server.url());
    private final String registryUrl = server.cluster().registryUrl();

    @Test
    void shouldProcessARecordThatWasSentBeforeItsSchemaWasRegistered() {
        ForeignFacts facts = new ForeignFacts(SchemaRegistry.connect(Map.of("schema.registry.url", registryUrl)));
        int last = schemaId(facts.withNewField(USER, "known_before", 1299));
        List<RecordMetadata> sent = sendUnderUnknownIds(facts.body(USER, "late", 1299), last);
        Awaitility.await("all to be dead-lettered").atMost(PATIENCE).untilAsserted(() -> assertThat(list())
                .contains(origins(sent)));

        int id = schemaId(facts.withNewField(USER, "late", 1299));
        assertThat(id).isBetween(last + 1, last + GUESSES);
        assertThat(run("replay", "--at", origin(sent.get(id - last - 1)))).contains("1 replayed, 0 refused");

        Awaitility.await("the record that was sent again")
                .atMost(PATIENCE)
                .until(() -> api.get(HttpApi.user(USER, "transactions/foreign")).status() == 200);
    }

    /** One record for each id that the registry may give next. */
    private List<RecordMetadata> sendUnderUnknownIds(byte[] body, int last) {
        List<RecordMetadata> sent = new ArrayList<>();
        try (RawProducer producer = new RawProducer(server.cluster(), "none")) {
            for (int id = last + 1; id <= last + GUESSES; id++) {
                byte[] value = ByteBuffer.allocate(5 + body.length)
                        .put((byte) 0)
                        .putInt(id)
                        .put(body)
                        .array();
                sent.add(producer.send(USER, value));
            }
        }
        return sent;
    }

    private static int schemaId(byte[] value) {
        return ByteBuffer.wrap(value).getInt(1);
    }

    private static String[] origins(List<RecordMetadata> sent) {
        return sent.stream().map(DeadLetterReplayIT::origin).toArray(String[]::new);
    }

    private static String origin(RecordMetadata at) {
        return Topics.EXPENSES_RAW.name() + "-" + at.partition() + "@" + at.offset();
    }

    private String list() {
        return run("list", "--limit", "10000");
    }

    private String run(String command, String... arguments) {
        StringWriter out = new StringWriter();
        CommandLine commands = TributaryCommands.commandLine().setOut(new PrintWriter(out));
        List<String> line = new ArrayList<>(List.of(
                "dead-letters",
                command,
                "--bootstrap-servers",
                server.cluster().bootstrapServers(),
                "--registry-url",
                registryUrl));
        line.addAll(List.of(arguments));
        assertThat(commands.execute(line.toArray(String[]::new))).isZero();
        return out.toString();
    }
}
