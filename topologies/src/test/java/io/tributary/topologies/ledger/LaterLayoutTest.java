package io.tributary.topologies.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tributary.schemas.TestTransactions;
import io.tributary.topologies.TopologyFixture;
import io.tributary.topologies.state.Keys;
import io.tributary.topologies.state.StateLayouts;
import io.tributary.topologies.state.StateProblem;
import io.tributary.topologies.state.StoreNames;
import java.util.List;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.junit.jupiter.api.Test;

/** A row that a later version wrote is nobody's fault but the deployment's: no record may be lost over it. */
class LaterLayoutTest {

    @Test
    void shouldFailTheThreadAndDeadLetterNothing() {
        try (TopologyFixture pipeline = TopologyFixture.open()) {
            pipeline.store(StoreNames.LEDGER).put(Keys.entry(Keys.user("u1"), "t1"), new byte[] {2, 0});

            assertThatThrownBy(() -> pipeline.append(
                            TestTransactions.transaction().user("u1").id("t1").build()))
                    .rootCause()
                    .isInstanceOf(StateProblem.class)
                    .hasMessageStartingWith("The state holds rows of layout 2, but this version reads up to 1");
            assertThat(pipeline.deadLetters()).isZero();
        }
    }

    @Test
    void shouldTakeEveryRowOfItsOwnForReadable() {
        try (TopologyFixture pipeline = TopologyFixture.open()) {
            pipeline.append(TestTransactions.transaction().user("u1").id("t1").build());

            List<String> stores = StateLayouts.stores();
            for (String store : stores) {
                try (KeyValueIterator<Bytes, byte[]> rows =
                        pipeline.store(store).all()) {
                    while (rows.hasNext()) {
                        KeyValue<Bytes, byte[]> row = rows.next();
                        assertThat(StateLayouts.isLater(row.value)).as(store).isFalse();
                    }
                }
            }
            assertThat(StateLayouts.isLater(new byte[] {2})).isTrue();
        }
    }
}
