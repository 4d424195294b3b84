package io.tributary.schemas.serde;

/** Why bytes will never decode: the code that goes into a dead letter's headers and into metric labels. */
public enum PoisonCause {
    /** There is no value where one must be. */
    NULL_VALUE,
    /** Fewer bytes than the header has. */
    TOO_SHORT,
    /** The first byte is not 0. */
    BAD_MAGIC,
    /** The registry has no Avro schema of that id. */
    UNKNOWN_SCHEMA,
    /** A record type that does not belong here. */
    UNEXPECTED_TYPE,
    /** Written with a schema from which ours cannot be read. */
    INCOMPATIBLE_SCHEMA,
    /** The bytes end inside the record. */
    TRUNCATED,
    /** Bytes are left over after the record. */
    TRAILING_BYTES,
    /** A text is not UTF-8. */
    INVALID_UTF8,
    /** A length or count that the bytes cannot hold. */
    ABSURD_LENGTH,
    /** Any other bytes that Avro cannot have written. */
    MALFORMED
}
