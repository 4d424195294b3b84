package io.tributary.api.position;

import io.tributary.api.problem.ProblemException;
import io.tributary.api.problem.ProblemType;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;

/**
 * How far in the log something lies: the last offset by partition of expenses.raw. Immutable. Written as an opaque token
 * that clients send back unread.
 *
 * @param offsets the offsets, by partition
 */
public record PositionToken(Map<Integer, Long> offsets) {

    /** The header that carries it, both ways. */
    public static final String HEADER = "Tributary-Position";

    /** Nowhere: every state has seen it. */
    public static final PositionToken NONE = new PositionToken(Map.of());

    private static final byte VERSION = 1;
    private static final int ENTRY = Integer.BYTES + Long.BYTES;
    private static final int MOST_ENTRIES = 10_000;

    /** Keeps an unmodifiable copy. */
    public PositionToken {
        offsets = Map.copyOf(offsets);
    }

    /** One record. */
    public static PositionToken at(int partition, long offset) {
        return new PositionToken(Map.of(partition, offset));
    }

    /**
     * Reads what {@link #text()} wrote.
     *
     * @throws ProblemException 400 for anything else
     */
    public static PositionToken parse(String text) {
        try {
            ByteBuffer bytes = ByteBuffer.wrap(Base64.getUrlDecoder().decode(text));
            if (bytes.get() != VERSION || bytes.remaining() % ENTRY != 0 || bytes.remaining() / ENTRY > MOST_ENTRIES) {
                throw unreadable();
            }
            Map<Integer, Long> offsets = new TreeMap<>();
            while (bytes.hasRemaining()) {
                offsets.put(bytes.getInt(), bytes.getLong());
            }
            return new PositionToken(offsets);
        } catch (IllegalArgumentException | BufferUnderflowException broken) {
            throw unreadable();
        }
    }

    /** The later of both, partition by partition. */
    public PositionToken merge(PositionToken other) {
        Map<Integer, Long> merged = new TreeMap<>(offsets);
        other.offsets.forEach((partition, offset) -> merged.merge(partition, offset, Math::max));
        return new PositionToken(merged);
    }

    /** Whether it is nowhere. */
    public boolean isEmpty() {
        return offsets.isEmpty();
    }

    /** The token as it is sent; only letters, digits, {@code -} and {@code _}. */
    public String text() {
        ByteBuffer bytes = ByteBuffer.allocate(1 + offsets.size() * ENTRY).put(VERSION);
        new TreeMap<>(offsets)
                .forEach((partition, offset) -> bytes.putInt(partition).putLong(offset));
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes.array());
    }

    private static ProblemException unreadable() {
        return ProblemException.of(ProblemType.MALFORMED, "The header " + HEADER + " holds no token of this service.");
    }
}
