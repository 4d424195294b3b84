package io.tributary.topologies.ledger;

import io.tributary.topologies.flow.Classifier;
import io.tributary.topologies.flow.Input;
import java.util.function.Supplier;
import org.apache.kafka.streams.kstream.KStream;
import org.apache.kafka.streams.kstream.Named;

/** Keeps the ledger: decides facts, commands, job steps and ticks in log order, and tells what changed. */
public final class LedgerTopology {

    private final LedgerConfig config;
    private final Supplier<Classifier> classifiers;

    /**
     * A ledger.
     *
     * @param classifiers gives each task a classifier of its own
     */
    public LedgerTopology(LedgerConfig config, Supplier<Classifier> classifiers) {
        this.config = config;
        this.classifiers = classifiers;
    }

    /** What the inputs do to the ledger. */
    public LedgerStreams apply(KStream<String, Input> inputs) {
        KStream<String, Object> all =
                inputs.process(new LedgerProcessor.Supplier(config, classifiers), Named.as("ledger-decide"));
        return new LedgerStreams(
                LedgerOutlets.CHANGES.open(all),
                LedgerOutlets.AGGREGATES.open(all),
                LedgerOutlets.SETTINGS.open(all),
                LedgerOutlets.FEATURES.open(all),
                LedgerOutlets.REJECTED.open(all),
                LedgerOutlets.DEAD_LETTERS.open(all));
    }
}
