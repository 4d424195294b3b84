package io.tributary.topologies.ledger;

import io.tributary.avro.ClassifiedTransaction;
import io.tributary.avro.Fact;
import io.tributary.avro.RawTransaction;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.specific.SpecificDatumWriter;
import org.jspecify.annotations.Nullable;

/**
 * What a fact says, apart from who says it and in which version: the same content is a duplicate. Its canonical bytes
 * are its Avro encoding, in which equal contents are equal bytes. Not for sharing between threads.
 */
final class FactContent {

    private final SpecificDatumWriter<Fact> writer = new SpecificDatumWriter<>(Fact.getClassSchema());
    private final ByteArrayOutputStream buffer = new ByteArrayOutputStream(256);
    private final MessageDigest sha256 = sha256();
    private @Nullable BinaryEncoder encoder;

    /** The content of a producer's record. */
    static Fact of(RawTransaction raw) {
        return new Fact(
                raw.getAmount(),
                raw.getDirection(),
                raw.getDescription(),
                raw.getOccurredAt(),
                raw.getOccurredOn(),
                raw.getAccountId(),
                raw.getAccountKind(),
                raw.getMcc(),
                raw.getMerchantName(),
                raw.getStatus(),
                raw.getVoided(),
                raw.getSource());
    }

    /** The content of the fact that is current in an entry. */
    static Fact of(ClassifiedTransaction entry) {
        if (entry.getFact() != null) {
            return entry.getFact();
        }
        return new Fact(
                entry.getAmount(),
                entry.getDirection(),
                entry.getDescription(),
                entry.getOccurredAt(),
                entry.getOccurredOn(),
                entry.getAccountId(),
                entry.getAccountKind(),
                entry.getMcc(),
                entry.getGivenMerchantName(),
                entry.getStatus(),
                entry.getVoided(),
                entry.getSource());
    }

    /** The canonical bytes. */
    byte[] canonical(Fact fact) {
        try {
            buffer.reset();
            encoder = EncoderFactory.get().directBinaryEncoder(buffer, encoder);
            writer.write(fact, encoder);
            encoder.flush();
            return buffer.toByteArray();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    /** The first 8 bytes of the SHA-256 of canonical bytes. */
    long digest(byte[] canonical) {
        return ByteBuffer.wrap(sha256.digest(canonical)).getLong();
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every JDK has SHA-256", impossible);
        }
    }
}
