package io.tributary.topologies.intake;

import io.tributary.topologies.flow.DeadLetter;
import io.tributary.topologies.flow.Input;
import io.tributary.topologies.flow.Rejected;
import java.util.Objects;
import org.apache.kafka.streams.kstream.KStream;
import org.apache.kafka.streams.kstream.Named;

/** First in the flow: from bytes that may be anything to inputs that the other features can trust. Keeps no state. */
public final class IntakeTopology {

    static final String DECIDE = "intake-decide";
    static final String INPUTS = "intake-inputs";
    static final String REJECTED = "intake-rejected";
    static final String DEAD_LETTERS = "intake-dead-letters";
    static final String MISPLACED = "intake-misplaced";

    private final IntakeConfig config;

    /** Intake for a raw topic of so many partitions. */
    public IntakeTopology(IntakeConfig config) {
        this.config = config;
    }

    /** Splits the raw topic by what can be made of each record. */
    public IntakeStreams apply(KStream<byte[], byte[]> raw) {
        KStream<String, Intaken> decided = raw.process(() -> new IntakeProcessor(config), Named.as(DECIDE));
        return new IntakeStreams(
                decided.mapValues(IntakeTopology::input, Named.as(INPUTS)),
                decided.mapValues(IntakeTopology::rejected, Named.as(REJECTED)),
                decided.mapValues(IntakeTopology::deadLetter, Named.as(DEAD_LETTERS)),
                decided.mapValues(IntakeTopology::originalValue, Named.as(MISPLACED)));
    }

    // The processor names the child, so each of these only ever meets its own kind.

    private static Input input(Intaken intaken) {
        return ((Intaken.Accepted) intaken).input();
    }

    private static Rejected rejected(Intaken intaken) {
        return ((Intaken.Refused) intaken).rejected();
    }

    private static DeadLetter deadLetter(Intaken intaken) {
        return ((Intaken.Unreadable) intaken).deadLetter();
    }

    private static byte[] originalValue(Intaken intaken) {
        return Objects.requireNonNull(((Intaken.Misplaced) intaken).origin().value());
    }
}
