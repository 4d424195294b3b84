package io.tributary.schemas.serde;

import org.apache.kafka.common.errors.SerializationException;

/** The bytes of a record will never decode, however often they are read. */
public abstract sealed class PoisonRecordException extends SerializationException implements SerdeFailure
        permits UnknownSchemaException, BadWireFormatException {

    private static final long serialVersionUID = 1L;

    private final PoisonCause poisonCause;
    private final String sentence;

    PoisonRecordException(PoisonCause poisonCause, String message) {
        super(message);
        this.poisonCause = poisonCause;
        this.sentence = message;
    }

    /** What is wrong, for an operator to read. */
    public final String sentence() {
        return sentence;
    }

    /** What is wrong, as a code. */
    public final PoisonCause poisonCause() {
        return poisonCause;
    }
}
