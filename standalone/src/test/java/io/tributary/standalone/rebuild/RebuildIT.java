package io.tributary.standalone.rebuild;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.tributary.api.TributaryServer;
import io.tributary.api.config.ServerConfig;
import io.tributary.api.config.Settings;
import io.tributary.api.config.StartupProblem;
import io.tributary.api.rebuild.Rebuild;
import io.tributary.api.streams.SharedRocksDb;
import io.tributary.api.streams.StreamsProperties;
import io.tributary.api.streams.StreamsRunner;
import io.tributary.avro.state.FeatureVersion;
import io.tributary.schemas.serde.SchemaRegistry;
import io.tributary.schemas.serde.SchemaUse;
import io.tributary.standalone.TestCluster;
import io.tributary.standalone.cli.Cli;
import io.tributary.standalone.demo.Booking;
import io.tributary.standalone.demo.LoadProgress;
import io.tributary.topologies.Pipeline;
import io.tributary.topologies.PipelineConfig;
import io.tributary.topologies.classify.Classifiers;
import io.tributary.topologies.progress.PositionBoard;
import io.tributary.topologies.state.RowCodec;
import io.tributary.topologies.state.StoreNames;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/**
 * An application is stopped in the middle of a job and rebuilt under another id, which goes on. Its state is compared with
 * that of the old one, before and after what came behind the cut. {@code -Dtributary.rebuild.transactions=1000000} makes it
 * large.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class RebuildIT {

    private static final int PARTITIONS = 4;
    private static final int TRANSACTIONS = Integer.getInteger("tributary.rebuild.transactions", 20_000);
    private static final int HEAVY_ROWS = 2_000;
    private static final int COMMANDERS = 20;
    private static final Duration PATIENCE = Duration.ofMinutes(10);
    private static final String OLD = "tributary";
    private static final String NEW = "tributary-2";
    private static final List<String> WHOLE = List.of(StoreNames.LEDGER, StoreNames.TOTALS, StoreNames.USERS);

    /** Verdicts, which are in no topic, and what the features note of themselves, which fill themselves again. */
    private static final Set<Character> NOT_SEEDED = Set.of('v', 'o', 'q', 'w', 'g');

    private static TestCluster cluster;
    private static Household household;
    private static Changelog changelog;

    @BeforeAll
    static void live() throws InterruptedException {
        cluster = TestCluster.fresh().withContracts(PARTITIONS);
        household = new Household(cluster);
        changelog = new Changelog(cluster);
        try (TributaryServer server = start(OLD, "20ms")) {
            assertThat(server.port()).isPositive();
            household.spend(TRANSACTIONS).command(COMMANDERS).spendHeavily(HEAVY_ROWS);
            awaitBooked(OLD);
            awaitJobs(OLD);

            Cli.Outcome refused = rebuild("--dry-run");
            assertThat(refused.err()).contains("The application tributary is running: stop all its instances");
            assertThat(refused.code()).isEqualTo(1);
        }
        try (TributaryServer slow = start(OLD, "10s")) {
            assertThat(slow.port()).isPositive();
            household.correct("ENTERTAINMENT");
            awaitBooked(OLD);
        }
        household.spend(500).command(2).correct("TRAVEL");
    }

    @AfterAll
    static void stop() {
        household.close();
        cluster.close();
    }

    @Test
    @Order(1)
    void shouldSayWhatItWouldDoAndRefuseWhatCannotBe() {
        Cli.Outcome plan = rebuild("--dry-run");
        assertThat(plan.code()).as(plan.err()).isZero();
        assertThat(plan.out()).startsWith("Would build tributary-2 from what tributary published");

        assertThat(rebuild("--to", OLD).err()).contains("must not be the old one");
        assertThat(rebuild("--set", "application.id=nobody").err())
                .contains("The application nobody has no offsets on expenses.raw")
                .contains("the cluster knows tributary.");
    }

    @Test
    @Order(2)
    void shouldGoOnWhereItWasCutShort() throws InterruptedException {
        try (Rebuild rebuild = Rebuild.of(config(NEW, "20ms"), OLD)) {
            assertThatExceptionOfType(IllegalStateException.class)
                    .isThrownBy(() -> rebuild.run(rebuild.plan(), (done, total) -> {
                        if (done > 0) {
                            throw new IllegalStateException("cut short");
                        }
                    }));
        }
        assertThatExceptionOfType(StartupProblem.class)
                .isThrownBy(() -> start(NEW, "20ms"))
                .withMessageStartingWith("The rebuild of tributary-2 was cut short");
        assertThat(rebuild("--dry-run").out()).startsWith("Would go on with building tributary-2");
    }

    @Test
    @Order(3)
    void shouldBuildTheSameStateByteForByte() {
        assertThat(jobs(OLD).keySet()).as("a job runs at the cut").anyMatch(key -> key.startsWith("j"));
        long begin = System.nanoTime();

        Cli.Outcome done = rebuild();

        System.out.printf("rebuilt %,d transactions in %.1f s%n", TRANSACTIONS, (System.nanoTime() - begin) / 1e9);
        assertThat(done.code()).as(done.err()).isZero();
        assertThat(done.out()).contains("Set application.id=tributary-2 (TRIBUTARY_APPLICATION_ID)");
        assertSameState();
    }

    @Test
    @Order(4)
    void shouldDecideWhatCameBehindTheCutAlike() throws InterruptedException {
        try (TributaryServer server = start(NEW, "20ms")) {
            assertThat(server.port()).isPositive();
            awaitBooked(NEW);
            awaitJobs(NEW);
            awaitFeatures(NEW);
            assertThatExceptionOfType(StartupProblem.class)
                    .isThrownBy(() -> start(OLD, "20ms"))
                    .withMessageContaining("The application tributary-2 is running on the same expenses.raw");
        }
        assertThatExceptionOfType(StartupProblem.class)
                .isThrownBy(() -> start(OLD, "20ms"))
                .withMessageContaining("The application tributary-2 has gone on where tributary stopped");
        runWithoutChecks(OLD);

        assertSameState();
        assertThat(changelog.rows(NEW, StoreNames.MERCHANTS).equals(changelog.rows(OLD, StoreNames.MERCHANTS)))
                .as("merchants, filled while facts arrived")
                .isTrue();
        assertThat(jobs(NEW).keySet()).noneMatch(key -> key.startsWith("j"));
    }

    private static void assertSameState() {
        for (String store : WHOLE) {
            Map<String, Integer> old = changelog.rows(OLD, store);
            assertThat(old).as(store).isNotEmpty();
            assertThat(changelog.rows(NEW, store).equals(old)).as(store).isTrue();
        }
        assertThat(jobs(NEW)).isEqualTo(jobs(OLD));
    }

    private static Map<String, Integer> jobs(String applicationId) {
        return changelog.rows(applicationId, StoreNames.JOBS).entrySet().stream()
                .filter(row -> !NOT_SEEDED.contains(row.getKey().charAt(0)))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static Cli.Outcome rebuild(String... arguments) {
        List<String> all = new ArrayList<>(List.of("rebuild", "--set", "state.dir=" + state()));
        all.addAll(List.of(arguments));
        return Cli.on(cluster, all.toArray(String[]::new));
    }

    private static TributaryServer start(String applicationId, String pace) {
        return TributaryServer.start(config(applicationId, pace));
    }

    /** The old application would not be let start any more, and must not be: this is for comparing only. */
    private static void runWithoutChecks(String applicationId) throws InterruptedException {
        ServerConfig config = config(applicationId, "20ms");
        try (SharedRocksDb.Memory memory = new SharedRocksDb.Memory(64 << 20, 64 << 20)) {
            Properties properties = StreamsProperties.of(config, memory, "127.0.0.1:1");
            Pipeline pipeline = new Pipeline(
                    PipelineConfig.defaults(PARTITIONS),
                    SchemaRegistry.connect(config.registry()),
                    SchemaUse.REGISTER,
                    Classifiers.load(),
                    new PositionBoard());
            try (StreamsRunner runner = new StreamsRunner(pipeline.build(properties), properties)) {
                runner.start();
                awaitBooked(applicationId);
            }
        }
    }

    private static ServerConfig config(String applicationId, String pace) {
        Map<String, String> settings = new HashMap<>();
        settings.put("http.port", "0");
        settings.put("application.id", applicationId);
        settings.put("state.dir", state());
        settings.put("pacemaker.pace", pace);
        settings.put("kafka.bootstrap.servers", cluster.bootstrapServers());
        settings.put("schema.registry.url", cluster.registryUrl());
        return ServerConfig.of(Settings.of(settings));
    }

    private static String state() {
        return cluster.directory().resolve("state").toString();
    }

    private static void awaitBooked(String applicationId) throws InterruptedException {
        try (Booking booking = new Booking(cluster.bootstrapServers(), applicationId)) {
            booking.await(new Unseen(), booking.backlog());
        }
    }

    private static void awaitJobs(String applicationId) {
        Awaitility.await("no job runs")
                .atMost(PATIENCE)
                .pollInterval(Duration.ofSeconds(1))
                .until(() -> jobs(applicationId).keySet().stream().noneMatch(key -> key.startsWith("j")));
    }

    /** Until every feature is filled, in every partition. */
    private static void awaitFeatures(String applicationId) {
        RowCodec<FeatureVersion> codec = new RowCodec<>(FeatureVersion.getClassSchema());
        Awaitility.await("every feature is filled")
                .atMost(PATIENCE)
                .pollInterval(Duration.ofSeconds(1))
                .until(() -> changelog.bytes(applicationId, StoreNames.JOBS).entrySet().stream()
                                .filter(row -> row.getKey().startsWith("w"))
                                .filter(row -> codec.decode(row.getValue()).getComplete())
                                .count()
                        == 2L * PARTITIONS);
    }

    private static final class Unseen implements LoadProgress {

        @Override
        public void reached(long done) {}

        @Override
        public void close() {}
    }
}
