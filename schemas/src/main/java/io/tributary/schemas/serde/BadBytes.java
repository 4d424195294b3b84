package io.tributary.schemas.serde;

import java.io.IOException;

/** Thrown by {@link StrictDecoder} through Avro's readers, and caught by whoever called them: what is wrong with the bytes. */
final class BadBytes extends IOException {

    private static final long serialVersionUID = 1L;

    private final PoisonCause poison;
    private final String sentence;

    BadBytes(PoisonCause poison, String sentence) {
        super(sentence);
        this.poison = poison;
        this.sentence = sentence;
    }

    PoisonCause poison() {
        return poison;
    }

    String sentence() {
        return sentence;
    }
}
