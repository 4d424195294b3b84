package io.tributary.schemas.serde;

import java.nio.ByteBuffer;

/** The Confluent wire format: magic byte 0, the schema's id as four bytes big-endian, then the Avro body. */
public final class WireFormat {

    /** The first byte of every record. */
    public static final byte MAGIC = 0;

    /** Where the body begins. */
    public static final int HEADER_LENGTH = 5;

    private WireFormat() {}

    /** What the first bytes of a record say. */
    public sealed interface Header {

        /**
         * A proper header.
         *
         * @param schemaId the registry's id of the schema the record was written with
         * @param bodyStart index of the first byte of the Avro body
         */
        record Framed(int schemaId, int bodyStart) implements Header {}

        /** The first byte is not the magic one. */
        record BadMagic(int magic) implements Header {}

        /** Fewer bytes than a header has. */
        record TooShort(int length) implements Header {}
    }

    /** Reads the header; never throws. */
    public static Header parse(byte[] bytes) {
        if (bytes.length > 0 && bytes[0] != MAGIC) {
            return new Header.BadMagic(bytes[0] & 0xFF);
        }
        if (bytes.length < HEADER_LENGTH) {
            return new Header.TooShort(bytes.length);
        }
        return new Header.Framed(ByteBuffer.wrap(bytes).getInt(1), HEADER_LENGTH);
    }

    /** Writes the header to the start of {@code target}. */
    static void writeHeader(byte[] target, int schemaId) {
        ByteBuffer.wrap(target).put(MAGIC).putInt(schemaId);
    }
}
