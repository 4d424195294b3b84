package io.tributary.topologies.ledger;

import io.tributary.avro.ClassifiedTransaction;

/** What a fact or a command does to an entry. */
sealed interface EntryDecision {

    /** The entry becomes this. */
    record Becomes(ClassifiedTransaction after) implements EntryDecision {}

    /** Nothing changes: it is known already, or something newer is. */
    record Stays() implements EntryDecision {}

    /**
     * It breaks a rule that only the state can tell.
     *
     * @param field the field
     * @param rule the rule's name
     * @param message one sentence for a person
     */
    record Refused(String field, String rule, String message) implements EntryDecision {}
}
