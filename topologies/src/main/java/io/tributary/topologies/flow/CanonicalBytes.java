package io.tributary.topologies.flow;

import io.tributary.avro.Fact;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A fact as bytes that depend on nothing but its fields: two facts have the same bytes only when all their fields are
 * the same. Breaks the tie between two facts of one producer's version ({@link #compare}), and is what
 * {@link ContentDigest} hashes.
 *
 * <p>Layout, frozen because digests are kept: format byte 1; amount (long, currency), direction, description,
 * occurred_at in ms, occurred_on in days, account_id, account_kind, mcc, merchant_name, status, voided, and last source.
 * Longs are eight bytes big-endian, texts are their number of UTF-8 bytes (four bytes) and the bytes, enums are their
 * name as text, what may be null has a byte 0 or 1 before it.
 *
 * <p>Holds a buffer: one instance for one thread.
 */
public final class CanonicalBytes {

    private static final byte FORMAT = 1;

    private byte[] buffer = new byte[256];
    private int length;
    private int contentLength;

    /** The bytes of a fact. */
    public byte[] of(Fact fact) {
        write(fact);
        return Arrays.copyOf(buffer, length);
    }

    /** Order of two facts' bytes, unsigned and lexicographic; the greater wins a tie. */
    public static int compare(byte[] left, byte[] right) {
        return Arrays.compareUnsigned(left, right);
    }

    /** Fills the buffer with a fact. */
    void write(Fact fact) {
        length = 0;
        put(FORMAT);
        putLong(fact.getAmount().getMinor());
        putText(fact.getAmount().getCurrency());
        putText(fact.getDirection().name());
        putText(fact.getDescription());
        putNullableLong(
                fact.getOccurredAt() == null ? null : fact.getOccurredAt().toEpochMilli());
        putNullableLong(
                fact.getOccurredOn() == null ? null : fact.getOccurredOn().toEpochDay());
        putNullableText(fact.getAccountId());
        putNullableText(
                fact.getAccountKind() == null ? null : fact.getAccountKind().name());
        putNullableText(fact.getMcc());
        putNullableText(fact.getMerchantName());
        putText(fact.getStatus().name());
        put(fact.getVoided() ? (byte) 1 : 0);
        contentLength = length;
        putNullableText(fact.getSource());
    }

    /** The buffer that {@link #write} filled; valid up to {@link #contentLength()} for everything but the source. */
    byte[] buffer() {
        return buffer;
    }

    /** How many bytes of the buffer are content. */
    int contentLength() {
        return contentLength;
    }

    private void putNullableText(@Nullable String text) {
        put(text == null ? (byte) 0 : 1);
        if (text != null) {
            putText(text);
        }
    }

    private void putNullableLong(@Nullable Long number) {
        put(number == null ? (byte) 0 : 1);
        if (number != null) {
            putLong(number);
        }
    }

    private void putText(String text) {
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        reserve(Integer.BYTES + utf8.length);
        for (int shift = Integer.SIZE - Byte.SIZE; shift >= 0; shift -= Byte.SIZE) {
            buffer[length++] = (byte) (utf8.length >>> shift);
        }
        System.arraycopy(utf8, 0, buffer, length, utf8.length);
        length += utf8.length;
    }

    private void putLong(long number) {
        reserve(Long.BYTES);
        for (int shift = Long.SIZE - Byte.SIZE; shift >= 0; shift -= Byte.SIZE) {
            buffer[length++] = (byte) (number >>> shift);
        }
    }

    private void put(byte single) {
        reserve(1);
        buffer[length++] = single;
    }

    private void reserve(int more) {
        if (length + more > buffer.length) {
            buffer = Arrays.copyOf(buffer, Math.max(2 * buffer.length, length + more));
        }
    }
}
