package io.tributary.topologies.classify;

import io.tributary.topologies.flow.Classifier;
import io.tributary.topologies.flow.Input;
import java.util.function.Supplier;
import org.apache.kafka.streams.kstream.KStream;
import org.apache.kafka.streams.kstream.Named;

/** Says of every fact what can be said without knowing the user. Keeps no state; passes everything else through. */
public final class ClassifyTopology {

    private final Supplier<Classifier> classifiers;

    /** Classifies with a classifier of each task's own. */
    public ClassifyTopology(Supplier<Classifier> classifiers) {
        this.classifiers = classifiers;
    }

    /** The inputs, facts classified. */
    public KStream<String, Input> apply(KStream<String, Input> inputs) {
        return inputs.processValues(() -> new ClassifyProcessor(classifiers.get()), Named.as("classify-decide"));
    }
}
