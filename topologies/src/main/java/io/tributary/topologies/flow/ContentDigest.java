package io.tributary.topologies.flow;

import io.tributary.avro.Fact;
import io.tributary.avro.RawTransaction;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * Tells whether two facts say the same: the first 53 bits, big-endian, of the SHA-256 of {@link CanonicalBytes}
 * without {@code source}. So the content is everything the producer says about the transaction. Not content: what names
 * and orders it (user, id, idempotency key, source version), which is compared elsewhere; and the source, since the same
 * row read from another file, or sent again by another instance, is still the same row.
 *
 * <p>Digests are kept in the ledger: what they are made of never changes. 53 bits are enough, since only digests of one
 * transaction are ever compared; and readers whose numbers are doubles can hold them. Holds a buffer: one instance for one thread.
 */
public final class ContentDigest {

    private static final int BITS = 53;

    private final CanonicalBytes canonical = new CanonicalBytes();
    private final MessageDigest sha256 = sha256();

    /** The digest of what a producer sent; the fact is valid. */
    public long of(RawTransaction raw) {
        return of(Facts.of(raw));
    }

    /** The digest of what the ledger keeps. */
    public long of(Fact fact) {
        canonical.write(fact);
        sha256.update(canonical.buffer(), 0, canonical.contentLength());
        return ByteBuffer.wrap(sha256.digest()).getLong() >>> (Long.SIZE - BITS);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    }
}
