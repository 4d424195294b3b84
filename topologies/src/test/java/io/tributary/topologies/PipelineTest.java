package io.tributary.topologies;

import static org.assertj.core.api.Assertions.assertThat;

import io.tributary.schemas.Topics;
import io.tributary.schemas.serde.RegistryInMemory;
import io.tributary.schemas.serde.SchemaUse;
import io.tributary.topologies.progress.PositionBoard;
import io.tributary.topologies.state.StoreNames;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.TopologyDescription;
import org.junit.jupiter.api.Test;

class PipelineTest {

    private final Topology topology = new Pipeline(
                    PipelineConfig.defaults(6),
                    new RegistryInMemory(),
                    SchemaUse.REGISTER,
                    PlainClassifier::new,
                    new PositionBoard())
            .build(TopologyFixture.properties(Path.of("unused")));

    @Test
    void shouldChangeItsNodesStoresAndTopicsOnlyOnPurpose() {
        new GoldenFile("pipeline.txt").check(topology.describe().toString());
    }

    @Test
    void shouldBeOneSubTopologyWithoutRepartition() {
        assertThat(topology.describe().subtopologies()).hasSize(1);
        assertThat(topology.describe().globalStores()).isEmpty();
    }

    @Test
    void shouldKeepSixStores() {
        Set<String> stores = new TreeSet<>();
        topology.describe().subtopologies().iterator().next().nodes().forEach(node -> {
            if (node instanceof TopologyDescription.Processor processor) {
                stores.addAll(processor.stores());
            }
        });

        assertThat(stores).containsExactlyInAnyOrderElementsOf(StoreNames.all());
    }

    @Test
    void shouldReadOnlyTheRawTopic() {
        topology.describe().subtopologies().iterator().next().nodes().forEach(node -> {
            if (node instanceof TopologyDescription.Source source) {
                assertThat(source.topicSet()).containsExactly(Topics.EXPENSES_RAW.name());
            }
        });
    }
}
