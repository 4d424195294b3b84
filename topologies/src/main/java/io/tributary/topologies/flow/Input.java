package io.tributary.topologies.flow;

import io.tributary.avro.Continue;
import io.tributary.avro.RawTransaction;
import io.tributary.avro.Tick;
import io.tributary.avro.UserCommand;
import org.jspecify.annotations.Nullable;

/** A record of the single input that intake could read and found valid. */
public sealed interface Input {

    /** Where it comes from. */
    Origin origin();

    /**
     * A producer's fact.
     *
     * @param transactionId the id, given or derived from the idempotency key
     * @param transaction the fact
     * @param automatic what the classifier says of it without knowing the user; null until classify has run
     */
    record FactInput(
            Origin origin,
            String transactionId,
            RawTransaction transaction,
            @Nullable Automatic automatic) implements Input {

        /** The same, classified. */
        public FactInput with(Automatic classified) {
            return new FactInput(origin, transactionId, transaction, classified);
        }
    }

    /** What a user did. */
    record CommandInput(Origin origin, UserCommand command) implements Input {}

    /** Time passes. */
    record TickInput(Origin origin, Tick tick) implements Input {}

    /** A job goes on. */
    record ContinueInput(Origin origin, Continue next) implements Input {}
}
