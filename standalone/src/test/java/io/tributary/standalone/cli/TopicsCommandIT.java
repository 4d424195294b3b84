package io.tributary.standalone.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.tributary.schemas.Topics;
import io.tributary.schemas.serde.SchemaRegistry;
import io.tributary.standalone.TestCluster;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.common.config.ConfigResource;
import org.junit.jupiter.api.Test;

class TopicsCommandIT {

    @Test
    void shouldCreateWhatIsMissingAndLeaveTheRest() throws Exception {
        try (TestCluster cluster = TestCluster.fresh()) {
            assertThat(rows(Cli.on(cluster, "topics", "--list"))).allMatch(row -> row.endsWith("missing"));

            Cli.Outcome first = Cli.on(cluster, "topics", "--partitions", "3");
            assertThat(first.code()).as(first.err()).isZero();
            assertThat(rows(first)).hasSize(Topics.all().size()).allMatch(row -> row.endsWith("created"));
            assertThat(SchemaRegistry.connect(Map.of("schema.registry.url", cluster.registryUrl()))
                            .latest("expenses.raw-value")
                            .schema()
                            .getName())
                    .isEqualTo("RawTransaction");

            assertThat(rows(Cli.on(cluster, "topics", "--partitions", "3", "--no-schemas")))
                    .allMatch(row -> row.endsWith("exists"));

            change(cluster, Topics.FX_RATES.name(), "cleanup.policy", "delete");
            Cli.Outcome other = Cli.on(cluster, "topics", "--partitions", "6");
            assertThat(other.code()).isZero();
            assertThat(rows(other)).allMatch(row -> row.contains("partitions 3 instead of 6"));
            assertThat(rows(other))
                    .filteredOn(row -> row.contains("cleanup.policy delete instead of compact"))
                    .singleElement()
                    .asString()
                    .startsWith("fx.rates ");
        }
    }

    private static List<String> rows(Cli.Outcome outcome) {
        return outcome.lines().subList(1, Topics.all().size() + 1);
    }

    private static void change(TestCluster cluster, String topic, String key, String value) throws Exception {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", cluster.bootstrapServers()))) {
            Map<ConfigResource, Collection<AlterConfigOp>> change = Map.of(
                    new ConfigResource(ConfigResource.Type.TOPIC, topic),
                    List.of(new AlterConfigOp(new ConfigEntry(key, value), AlterConfigOp.OpType.SET)));
            admin.incrementalAlterConfigs(change).all().get();
        }
    }
}
