package io.tributary.schemas.serde;

import org.apache.avro.specific.SpecificRecord;

/** What came of reading a record's bytes. */
public sealed interface Decoded {

    /** The record, of the type its writer named. */
    record Value(SpecificRecord record) implements Decoded {}

    /**
     * Bytes that will never decode.
     *
     * @param cause what is wrong
     * @param message the same in one sentence, with nothing of the content
     */
    record Poison(PoisonCause cause, String message) implements Decoded {}
}
