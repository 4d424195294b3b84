package io.tributary.schemas.serde;

import org.apache.kafka.common.errors.SerializationException;

/** The registry answered, and the answer is no: asking again gives the same until somebody changes something. */
public final class RegistryRefusedException extends SerializationException implements SerdeFailure {

    private static final long serialVersionUID = 1L;

    private final Reason reason;
    private final String sentence;

    /** Why the registry refuses. */
    public enum Reason {
        /** No such subject (40401). */
        UNKNOWN_SUBJECT,
        /** No such version of the subject (40402). */
        UNKNOWN_VERSION,
        /** No such schema, by id or under the subject (40403). */
        UNKNOWN_SCHEMA,
        /** The schema breaks the subject's compatibility rule (409). */
        INCOMPATIBLE,
        /** The registry takes it for no valid schema (422xx). */
        INVALID,
        /** No or wrong credentials (401, 403). */
        UNAUTHORISED,
        /** Anything else. */
        OTHER
    }

    /** With the reason for code and the sentence for people. */
    public RegistryRefusedException(Reason reason, String message) {
        super(message);
        this.reason = reason;
        this.sentence = message;
    }

    /** What an operator reads. */
    public String sentence() {
        return sentence;
    }

    /** Why. */
    public Reason reason() {
        return reason;
    }
}
