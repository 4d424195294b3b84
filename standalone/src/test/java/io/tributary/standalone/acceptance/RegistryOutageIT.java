package io.tributary.standalone.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import io.tributary.schemas.TestTransactions;
import io.tributary.schemas.Topics;
import io.tributary.schemas.serde.SchemaRegistry;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** A registry that is away costs time, never a record. */
class RegistryOutageIT {
    /** How long it stays away, in seconds: short in every build, a minute or more in a soak run. */
    private static final Duration OUTAGE = Duration.ofSeconds(Integer.getInteger("tributary.test.outage", 20));

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String WAITING = "outage-waiting";

    private final TestServer server = TestServer.shared();
    private final HttpApi api = new HttpApi(server.url());
    private final TopicSearch topics = new TopicSearch(server.cluster());

    @Test
    void shouldGoOnWithKnownSchemasAndWaitForTheOthers() throws InterruptedException {
        SchemaRegistry registry = SchemaRegistry.connect(
                Map.of("schema.registry.url", server.cluster().registryUrl()));
        Poison facts = new Poison(registry);
        byte[] known = facts.encode(
                TestTransactions.transaction().user(WAITING).id("known").build());
        byte[] unknown = new ForeignFacts(registry).withNewField(WAITING, "outage", 1299);
        long before = deadLetters();
        List<String> others = usersOfOtherPartitions();

        try (RawProducer producer = new RawProducer(server.cluster(), "none")) {
            server.cluster().killRegistry();
            long end = System.nanoTime() + OUTAGE.toNanos();
            try {
                producer.send(WAITING, unknown);
                producer.send(WAITING, known);
                for (int round = 0; System.nanoTime() < end; round++) {
                    goOn(producer, facts, others, "round-" + round);
                    Thread.sleep(1_000);
                }
                assertThat(api.get(HttpApi.user(WAITING, "transactions/foreign"))
                                .status())
                        .as("the record that nobody can read yet")
                        .isNotEqualTo(200);
            } finally {
                server.cluster().startRegistry();
            }
        }

        awaitTransaction(WAITING, "foreign");
        awaitTransaction(WAITING, "known");
        assertThat(deadLetters()).isEqualTo(before);
    }

    private void goOn(RawProducer producer, Poison facts, List<String> users, String id) {
        for (String user : users) {
            producer.send(
                    user,
                    facts.encode(
                            TestTransactions.transaction().user(user).id(id).build()));
        }
        users.forEach(user -> awaitTransaction(user, id));
    }

    private void awaitTransaction(String user, String id) {
        String path = HttpApi.user(user, "transactions/" + id);
        Awaitility.await(id + " of " + user)
                .atMost(PATIENCE)
                // A stream thread that cannot go on for now dies aloud, and is replaced.
                .dontCatchUncaughtExceptions()
                .until(() -> api.get(path).status() == 200);
    }

    private long deadLetters() {
        return topics.count(Topics.DEAD_LETTERS.name(), found -> true);
    }

    /** A user for each partition but that of the record that waits. */
    private static List<String> usersOfOtherPartitions() {
        Map<Integer, String> others = new TreeMap<>();
        for (int number = 0; others.size() < TestServer.PARTITIONS; number++) {
            others.putIfAbsent(RawProducer.partitionOf("outage-" + number), "outage-" + number);
        }
        others.remove(RawProducer.partitionOf(WAITING));
        return List.copyOf(others.values());
    }
}
