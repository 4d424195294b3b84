package io.tributary.topologies.classify;

import static org.assertj.core.api.Assertions.assertThat;

import io.tributary.avro.Direction;
import io.tributary.avro.Money;
import io.tributary.avro.RawTransaction;
import io.tributary.avro.Tick;
import io.tributary.avro.TransactionStatus;
import io.tributary.topologies.flow.Input;
import io.tributary.topologies.flow.Origin;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.Named;
import org.junit.jupiter.api.Test;

class ClassifyTopologyTest {

    private static final Origin ORIGIN = new Origin("in", 0, 7, Instant.EPOCH, null, null);

    private final List<Input> out = new ArrayList<>();

    @Test
    void shouldClassifyFactsAndLetTheRestPass() {
        RawTransaction fact = new RawTransaction(
                "anna",
                "t1",
                null,
                new Money(1_250L, "GBP"),
                "TESCO STORES 5138",
                Direction.OUTFLOW,
                Instant.EPOCH,
                null,
                null,
                null,
                null,
                null,
                TransactionStatus.POSTED,
                null,
                false,
                null);
        Input.TickInput tick = new Input.TickInput(ORIGIN, new Tick("test"));

        run(new Input.FactInput(ORIGIN, "t1", fact, null), tick);

        assertThat(out).hasSize(2);
        Input.FactInput classified = (Input.FactInput) out.get(0);
        assertThat(classified.transaction()).isSameAs(fact);
        assertThat(Objects.requireNonNull(classified.automatic()).category()).hasToString("FOOD_AND_DRINK_GROCERIES");
        assertThat(out.get(1)).isSameAs(tick);
    }

    @Test
    void shouldNameItsNode() {
        assertThat(topology(List.of()).describe().toString()).contains("classify-decide");
    }

    private void run(Input... inputs) {
        Properties properties = new Properties();
        properties.put(StreamsConfig.APPLICATION_ID_CONFIG, "classify");
        properties.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, "nowhere:1");
        try (TopologyTestDriver driver = new TopologyTestDriver(topology(List.of(inputs)), properties)) {
            var topic = driver.createInputTopic("in", new StringSerializer(), new StringSerializer());
            for (int i = 0; i < inputs.length; i++) {
                topic.pipeInput("anna", Integer.toString(i));
            }
        }
    }

    private Topology topology(List<Input> inputs) {
        StreamsBuilder builder = new StreamsBuilder();
        new ClassifyTopology(Classifiers.load())
                .apply(builder.stream(
                                "in",
                                Consumed.with(Serdes.String(), Serdes.String()).withName("in-source"))
                        .mapValues(place -> inputs.get(Integer.parseInt(place)), Named.as("in-pick")))
                .foreach((key, input) -> out.add(input), Named.as("out-collect"));
        return builder.build();
    }
}
