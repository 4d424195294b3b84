package io.tributary.topologies;

import io.tributary.schemas.Topics;
import io.tributary.schemas.serde.SchemaRegistry;
import io.tributary.schemas.serde.SchemaUse;
import io.tributary.schemas.serde.SpecificDecoder;
import io.tributary.topologies.classify.ClassifyTopology;
import io.tributary.topologies.flow.Classifier;
import io.tributary.topologies.flow.DeadLetter;
import io.tributary.topologies.flow.Input;
import io.tributary.topologies.flow.MerchantSlice;
import io.tributary.topologies.guard.FeatureGuard;
import io.tributary.topologies.guard.FeatureStreams;
import io.tributary.topologies.insight.InsightTopology;
import io.tributary.topologies.intake.IntakeConfig;
import io.tributary.topologies.intake.IntakeStreams;
import io.tributary.topologies.intake.IntakeTopology;
import io.tributary.topologies.ledger.LedgerStreams;
import io.tributary.topologies.ledger.LedgerTopology;
import io.tributary.topologies.merchant.MerchantTopology;
import io.tributary.topologies.progress.PositionSink;
import io.tributary.topologies.progress.ProgressProcessor;
import java.util.Properties;
import java.util.function.Supplier;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.TopologyConfig;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.KStream;
import org.apache.kafka.streams.kstream.Named;

/** The table of contents: what flows from where to where. One sub-topology, one task a partition, no repartition. */
public final class Pipeline {

    private final PipelineConfig config;
    private final SchemaRegistry registry;
    private final SchemaUse schemas;
    private final Supplier<Classifier> classifiers;
    private final PositionSink positions;

    /**
     * A pipeline.
     *
     * @param registry knows the schemas of what comes in and goes out
     * @param schemas where the schemas of what goes out come from
     * @param classifiers makes a classifier for each task
     * @param positions is told of every record that has been processed
     */
    public Pipeline(
            PipelineConfig config,
            SchemaRegistry registry,
            SchemaUse schemas,
            Supplier<Classifier> classifiers,
            PositionSink positions) {
        this.config = config;
        this.registry = registry;
        this.schemas = schemas;
        this.classifiers = classifiers;
        this.positions = positions;
    }

    /** The topology, for Streams with these properties. */
    public Topology build(Properties properties) {
        FeatureGuard guard = new FeatureGuard(config.guard(), config.features());
        StreamsBuilder builder = new StreamsBuilder(new TopologyConfig(new StreamsConfig(guard.wrapping(properties))));
        KStream<byte[], byte[]> raw = builder.stream(
                Topics.EXPENSES_RAW.name(),
                Consumed.with(Serdes.ByteArray(), Serdes.ByteArray()).withName("raw-transactions-source"));

        IntakeStreams intake = new IntakeTopology(
                        new IntakeConfig(config.partitions(), SpecificDecoder.of(Topics.EXPENSES_RAW, registry)))
                .apply(raw);
        KStream<String, Input> classified = new ClassifyTopology(classifiers).apply(intake.inputs());
        LedgerStreams ledger = new LedgerTopology(config.ledger(), classifiers).apply(classified);
        FeatureStreams features = guard.apply(ledger.features());
        Sinks sinks = new Sinks(registry, schemas);
        features(features, sinks);
        sinks.transactions(ledger.changes());
        sinks.aggregates(ledger.aggregates());
        sinks.settings(ledger.settings());
        sinks.rejected(intake.rejected().merge(ledger.rejected(), Named.as("rejected-merge")));
        sinks.deadLetters(deadLetters(intake, ledger, features));
        sinks.misplaced(intake.misplaced());

        // Last, so that it sees a record only when everything else has been done with it.
        raw.process(() -> new ProgressProcessor(positions), Named.as("progress-note"));
        return builder.build(properties);
    }

    /** Those that are on; a feature whose input comes through another is on only where that one is. */
    private void features(FeatureStreams features, Sinks sinks) {
        if (config.has(MerchantTopology.FEATURE)) {
            KStream<String, MerchantSlice> merchants =
                    new MerchantTopology(config.merchant()).apply(features.changes());
            if (config.has(InsightTopology.FEATURE)) {
                sinks.insights(new InsightTopology(config.insight())
                        .apply(merchants, features.changes(), features.jobsEnded()));
            }
        }
    }

    private static KStream<String, DeadLetter> deadLetters(
            IntakeStreams intake, LedgerStreams ledger, FeatureStreams features) {
        return intake.deadLetters()
                .merge(ledger.deadLetters(), Named.as("dead-letters-merge"))
                .merge(features.deadLetters(), Named.as("dead-letters-of-features-merge"));
    }
}
