package io.tributary.topologies.state;

import org.apache.kafka.common.KafkaException;

/**
 * The state, or what it is built from, is not such as this version can go on with. The message is one sentence for
 * whoever runs it. Trying again does not help, and no record is at fault: being a {@link KafkaException} it passes
 * everything that would make a dead letter of the record at hand.
 */
public final class StateProblem extends KafkaException {

    private static final long serialVersionUID = 1L;

    /** With the sentence. */
    public StateProblem(String sentence) {
        super(sentence);
    }

    /** A row is of a layout that a later version wrote. */
    public static StateProblem layout(int found, int known) {
        return new StateProblem("The state holds rows of layout " + found + ", but this version reads up to " + known
                + ": start the version that wrote them, or rebuild the state under another application.id.");
    }
}
