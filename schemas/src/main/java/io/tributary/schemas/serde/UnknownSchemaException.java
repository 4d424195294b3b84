package io.tributary.schemas.serde;

/** The registry is there and knows no schema of the record's id, or none that Tributary can read. */
public final class UnknownSchemaException extends PoisonRecordException {

    private static final long serialVersionUID = 1L;

    /** With the sentence that an operator reads; it holds nothing of the record. */
    public UnknownSchemaException(String message) {
        super(PoisonCause.UNKNOWN_SCHEMA, message);
    }
}
