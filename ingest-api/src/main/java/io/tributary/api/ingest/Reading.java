package io.tributary.api.ingest;

import io.tributary.api.problem.FieldError;
import io.tributary.avro.RawTransaction;
import java.util.List;

/** What came of reading a client's transaction. */
public sealed interface Reading {

    /**
     * A fact that keeps all rules.
     *
     * @param fact the fact
     * @param id its id, given, derived or made
     */
    record Fact(RawTransaction fact, String id) implements Reading {

        /**
         * Whether an idempotency key gives the id, so that the first content under it stays. A client's own id is the
         * identity, and a key beside it decides nothing.
         */
        boolean isKeyed() {
            return fact.getId() == null && fact.getIdempotencyKey() != null;
        }
    }

    /** What it breaks, at least one rule. */
    record Refused(List<FieldError> errors) implements Reading {}
}
