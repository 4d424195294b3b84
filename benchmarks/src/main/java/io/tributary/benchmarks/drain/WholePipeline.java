package io.tributary.benchmarks.drain;

import io.tributary.benchmarks.stage.Stage;
import io.tributary.schemas.serde.SchemaUse;
import io.tributary.topologies.Pipeline;
import io.tributary.topologies.PipelineConfig;
import io.tributary.topologies.classify.Classifiers;
import io.tributary.topologies.progress.PositionSink;
import java.util.Properties;
import org.apache.kafka.streams.Topology;

/** The product's pipeline with every feature. */
public final class WholePipeline implements App {

    private final Stage stage;
    private final Classifiers classifiers = Classifiers.load();

    /** With the classifier that ships. */
    public WholePipeline(Stage stage) {
        this.stage = stage;
    }

    @Override
    public Topology build(Properties properties, PositionSink positions) {
        return new Pipeline(
                        PipelineConfig.defaults(stage.partitions()),
                        stage.schemas(),
                        SchemaUse.REGISTER,
                        classifiers,
                        positions)
                .build(properties);
    }
}
