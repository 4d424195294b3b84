package io.tributary.schemas.serde;

/** The bytes are not a record in the Confluent wire format, or not one of a type that is read here. */
public final class BadWireFormatException extends PoisonRecordException {

    private static final long serialVersionUID = 1L;

    /** With the code and the sentence that an operator reads; it holds nothing of the record. */
    public BadWireFormatException(PoisonCause cause, String message) {
        super(cause, message);
    }
}
