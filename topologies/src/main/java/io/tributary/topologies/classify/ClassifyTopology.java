package io.tributary.topologies.classify;

import io.tributary.topologies.flow.Classifier;
import io.tributary.topologies.flow.Input;
import java.util.function.Supplier;
import org.apache.kafka.streams.kstream.KStream;
import org.apache.kafka.streams.kstream.Named;

/** Says what every fact is without knowing the user; everything else passes as it is. Keeps no state. */
public final class ClassifyTopology {

    private static final String NODE = "classify-decide";

    private final Supplier<Classifier> classifiers;

    /** With a classifier for each task's thread. */
    public ClassifyTopology(Supplier<Classifier> classifiers) {
        this.classifiers = classifiers;
    }

    /** The same inputs in the same order, facts classified. */
    public KStream<String, Input> apply(KStream<String, Input> inputs) {
        return inputs.processValues(() -> new ClassifyProcessor(classifiers.get()), Named.as(NODE));
    }
}
