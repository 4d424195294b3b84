package io.tributary.schemas.serde;

import org.apache.avro.util.ClassSecurityValidator;

/**
 * Avro refuses to instantiate record classes that nobody has vouched for. Tributary vouches for its own; what the
 * process already trusts stays trusted.
 */
public final class AvroTrust {

    private static final String OWN_RECORDS = "io.tributary.avro.";

    static {
        ClassSecurityValidator.setGlobal(ClassSecurityValidator.composite(
                ClassSecurityValidator.getGlobal(), type -> type.getName().startsWith(OWN_RECORDS)));
    }

    private AvroTrust() {}

    /** To be called by whatever reads Avro records, before it does: the first call of the process does the work. */
    public static void ensure() {
        // Calling it has run the static initialiser, once and safely among threads; there is nothing else to do.
    }
}
