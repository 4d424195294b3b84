package io.tributary.standalone.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tributary.schemas.Partitioning;
import io.tributary.standalone.LoopbackPorts;
import io.tributary.standalone.TestCluster;
import io.tributary.standalone.acceptance.HttpApi.Reply;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Two processes on one broker, of which one is killed or both are restarted in turn, under load. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class InstanceFailureIT {
    private static final int PARTITIONS = TestServer.PARTITIONS;
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    /** How often each instance is restarted; more for a long run by {@code -Dtributary.test.restarts=20}. */
    private static final int RESTARTS = Integer.getInteger("tributary.test.restarts", 1);

    private static final List<String> PROBES =
            IntStream.range(0, 24).mapToObj(i -> "probe-" + i).toList();

    private final TestCluster cluster = TestCluster.fresh();
    private InstanceProcess one;
    private InstanceProcess two;

    @BeforeAll
    void start() throws InterruptedException {
        var unused = cluster.withContracts(PARTITIONS);
        one = InstanceProcess.start(cluster, LoopbackPorts.free());
        two = InstanceProcess.start(cluster, LoopbackPorts.free());
    }

    @BeforeEach
    void awaitBoth() {
        one.awaitReady();
        two.awaitReady();
        await("both to have their part")
                .atMost(PATIENCE)
                .until(() -> has(one) > 0 && has(two) > 0 && has(one) + has(two) == PROBES.size());
    }

    @AfterAll
    void stop() {
        one.close();
        two.close();
        cluster.close();
    }

    @Test
    void shouldGoOnReadingAndLoseNothingWhenOneIsKilled() throws InterruptedException {
        assertThat(PROBES.stream()
                        .map(user -> Partitioning.partition(user, PARTITIONS))
                        .distinct())
                .hasSize(PARTITIONS);
        try (Load load = Load.start("killed", List.of(one.api(), two.api()), true)) {
            load.awaitRequests(400);

            one.kill();
            long killed = System.nanoTime();
            await("the survivor to have all")
                    .atMost(PATIENCE)
                    .pollInterval(Duration.ofMillis(50))
                    .until(() -> {
                        assertThat(PROBES).allMatch(this::isAnswered);
                        return has(two) == PROBES.size();
                    });
            System.out.printf(
                    "failover: the survivor had all %d partitions %.1f s after kill -9%n",
                    PARTITIONS, (System.nanoTime() - killed) / 1e9);
            load.awaitRequests(200);
            one.startAgain();
            one.awaitReady();
            load.stop();

            // Reads without a token: from the owner or, marked, from a copy, and never refused.
            assertThat(load.failures()).noneMatch(failure -> failure.startsWith("GET") && failure.contains("[]"));
            assertThat(load.failures()).noneMatch(failure -> failure.contains("copy"));
            assertTotals(load);
        }
    }

    @Test
    void shouldFailNoRequestOfAClientWithOneRetryInARollingRestart() throws InterruptedException {
        try (Load load = Load.start("rolling", List.of(one.api(), two.api()), false)) {
            load.awaitRequests(200);
            for (int restart = 0; restart < RESTARTS; restart++) {
                for (InstanceProcess instance : List.of(two, one)) {
                    instance.stop();
                    load.awaitRequests(100);
                    instance.startAgain();
                    instance.awaitReady();
                    load.awaitRequests(100);
                }
            }
            load.stop();

            System.out.printf(
                    "rolling restart: %d requests, %d retried, %d answered by a copy%n",
                    load.requests(), load.retries(), load.stale());
            assertThat(load.failures()).isEmpty();
            assertTotals(load);
        }
    }

    /** A read without a token of the survivor is answered, whoever has the user. */
    private boolean isAnswered(String user) {
        return two.api().get(HttpApi.user(user, "summary")).status() == 200;
    }

    /** How many users the instance has itself: what is passed on once is passed on no further. */
    private static long has(InstanceProcess instance) {
        return PROBES.stream().filter(user -> instance.api().isOwnerOf(user)).count();
    }

    private void assertTotals(Load load) {
        for (Household household : load.households()) {
            for (String user : household.users()) {
                Reply reply = two.api().get(HttpApi.user(user, "aggregates?by=month&from=2026-10-01&to=2026-10-31"));
                assertThat(reply.status()).as(reply.text()).isEqualTo(200);
                assertThat(new BigDecimal(
                                reply.json().at("/rows/0/outflow/amount").asText()))
                        .as(user)
                        .isEqualByComparingTo(BigDecimal.valueOf(household.cents(user), 2));
                assertThat(reply.json().at("/rows/0/count").asLong()).as(user).isEqualTo(household.count(user));
            }
        }
    }
}
