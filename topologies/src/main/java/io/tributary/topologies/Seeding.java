package io.tributary.topologies;

import io.tributary.avro.ClassifiedTransaction;
import io.tributary.avro.UserState;
import io.tributary.schemas.Topics;
import io.tributary.schemas.serde.SchemaRegistry;
import io.tributary.schemas.serde.SpecificDecoder;
import io.tributary.topologies.ledger.Seed;
import io.tributary.topologies.ledger.SeedTopology;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.TopologyConfig;
import org.apache.kafka.streams.kstream.Consumed;

/**
 * Builds the state anew from the system of record, under a new application id, for {@link Pipeline} to go on with: one
 * sub-topology and one task a partition like that, so that tasks, stores and changelogs have the same names. It writes to
 * no topic but its changelogs.
 *
 * <p>Equal byte for byte to what they replace, once both topics are read to their ends: the stores {@code ledger},
 * {@code totals} and {@code users}; of {@code jobs}, the running jobs, the ended ones and the deadlines at which those
 * are forgotten. Not there afterwards: the verdicts of commands, which are in no topic. A command from before the cut
 * that is sent again is decided again, and its outcome cannot be asked for. The stores {@code merchants} and
 * {@code insights} stay empty; their features fill them from the ledger.
 */
public final class Seeding {

    /** What the state is built from. */
    public static final List<String> SOURCES = List.of(Topics.EXPENSES_PARSED.name(), Topics.USERS_STATE.name());

    private final PipelineConfig config;
    private final Seed seed;

    /**
     * A seeding up to a cut.
     *
     * @param cut by partition, the offset of {@code expenses.raw} that the pipeline will read first; a value that comes from
     *     there or beyond ends the seeding with a {@link io.tributary.topologies.state.StateProblem}
     */
    public Seeding(PipelineConfig config, SchemaRegistry registry, Map<Integer, Long> cut) {
        this.config = config;
        SpecificDecoder decoder = new SpecificDecoder(registry, List.of(ClassifiedTransaction.class, UserState.class));
        this.seed = new Seed(Topics.EXPENSES_PARSED.name(), decoder, cut);
    }

    /** The topology, for Streams with these properties. */
    public Topology build(Properties properties) {
        StreamsBuilder builder = new StreamsBuilder(new TopologyConfig(new StreamsConfig(properties)));
        new SeedTopology(config.ledger(), seed)
                .apply(builder.stream(
                        SOURCES,
                        Consumed.with(Serdes.ByteArray(), Serdes.ByteArray()).withName("published-source")));
        return builder.build(properties);
    }
}
