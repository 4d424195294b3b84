package io.tributary.api.ingest;

import io.tributary.api.problem.ProblemException;
import io.tributary.api.problem.ProblemType;
import io.tributary.avro.ClassifiedTransaction;

/** What became of a posted fact. */
sealed interface FactVerdict {

    /** It made the entry. */
    record Created(ClassifiedTransaction entry) implements FactVerdict {}

    /** The key had been used with the same content: nothing changed. */
    record Replayed(ClassifiedTransaction entry) implements FactVerdict {}

    /** It was laid over an entry that was there, or was an older version of it. */
    record Applied(ClassifiedTransaction entry) implements FactVerdict {}

    /** The key had been used with other content: nothing changed. */
    record KeyReused() implements FactVerdict {}

    /** A rule refused it when the log had it: nothing changed. */
    record Refused() implements FactVerdict {}

    /** The log has it, the state has not come to it yet. */
    record Undecided() implements FactVerdict {}

    /** What a client is told of a verdict that changed nothing. */
    default ProblemException problem() {
        return this instanceof KeyReused
                ? ProblemException.of(ProblemType.KEY_REUSED, "The first content under this key stays.")
                : ProblemException.of(ProblemType.INVALID, "A rule refused it when the log had it.");
    }
}
