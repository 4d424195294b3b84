package io.tributary.schemas.serde;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.apache.avro.io.Decoder;
import org.apache.avro.util.Utf8;
import org.jspecify.annotations.Nullable;

/**
 * Reads Avro's binary encoding out of bytes that nobody can vouch for. Avro's own decoder replaces broken UTF-8 and
 * believes lengths and counts; this one refuses both, so that no input costs more memory or time than its own size.
 * Every refusal is a {@link BadBytes}.
 */
final class StrictDecoder extends Decoder {

    private static final char REPLACEMENT = '\uFFFD';

    private final byte[] bytes;
    private int position;
    // Items may take no byte at all (nulls, empty records): without a budget a short text could claim any number.
    private long itemsLeft;

    StrictDecoder(byte[] bytes, int start) {
        this.bytes = bytes;
        this.position = start;
        this.itemsLeft = bytes.length;
    }

    int left() {
        return bytes.length - position;
    }

    @Override
    public void readNull() {}

    @Override
    public boolean readBoolean() throws IOException {
        int value = bytes[take(1)];
        if (value != 0 && value != 1) {
            throw new BadBytes(PoisonCause.MALFORMED, "A boolean is neither 0 nor 1.");
        }
        return value == 1;
    }

    @Override
    public int readInt() throws IOException {
        long value = readLong();
        if (value != (int) value) {
            throw new BadBytes(PoisonCause.MALFORMED, "An int has more than 32 bits.");
        }
        return (int) value;
    }

    @Override
    public long readLong() throws IOException {
        long raw = 0;
        for (int shift = 0; shift < 64; shift += 7) {
            int next = bytes[take(1)];
            if (shift == 63 && next != 0 && next != 1) {
                break;
            }
            raw |= (next & 0x7FL) << shift;
            if (next >= 0) {
                return (raw >>> 1) ^ -(raw & 1);
            }
        }
        throw new BadBytes(PoisonCause.MALFORMED, "A long has more than 64 bits.");
    }

    @Override
    public float readFloat() throws IOException {
        return Float.intBitsToFloat(Integer.reverseBytes(ByteBuffer.wrap(bytes).getInt(take(Float.BYTES))));
    }

    @Override
    public double readDouble() throws IOException {
        return Double.longBitsToDouble(Long.reverseBytes(ByteBuffer.wrap(bytes).getLong(take(Double.BYTES))));
    }

    @Override
    public Utf8 readString(@Nullable Utf8 old) throws IOException {
        return new Utf8(readString());
    }

    @Override
    public String readString() throws IOException {
        int length = length();
        int start = take(length);
        String text = new String(bytes, start, length, StandardCharsets.UTF_8);
        // Java puts this character where it finds nonsense; a text may also really hold it, so only then look closely.
        if (text.indexOf(REPLACEMENT) >= 0) {
            requireUtf8(start, length);
        }
        return text;
    }

    @Override
    public void skipString() throws IOException {
        readString();
    }

    /** No contract of Tributary has a bytes field, so this is only ever asked for bytes that become a text. */
    @Override
    public ByteBuffer readBytes(@Nullable ByteBuffer old) throws IOException {
        int length = length();
        int start = take(length);
        requireUtf8(start, length);
        // Avro takes the whole array behind the buffer for the text.
        return ByteBuffer.wrap(Arrays.copyOfRange(bytes, start, start + length));
    }

    @Override
    public void skipBytes() throws IOException {
        take(length());
    }

    @Override
    public void readFixed(byte[] target, int start, int length) throws IOException {
        System.arraycopy(bytes, take(length), target, start, length);
    }

    @Override
    public void skipFixed(int length) throws IOException {
        take(length);
    }

    @Override
    public int readEnum() throws IOException {
        return readInt();
    }

    @Override
    public int readIndex() throws IOException {
        return readInt();
    }

    @Override
    public long readArrayStart() throws IOException {
        return block();
    }

    @Override
    public long arrayNext() throws IOException {
        return block();
    }

    // Skipped items are walked one by one, never as a block: what is not looked at must be well formed too.
    @Override
    public long skipArray() throws IOException {
        return block();
    }

    @Override
    public long readMapStart() throws IOException {
        return block();
    }

    @Override
    public long mapNext() throws IOException {
        return block();
    }

    @Override
    public long skipMap() throws IOException {
        return block();
    }

    private long block() throws IOException {
        long count = readLong();
        if (count < 0) {
            count = -count;
            readLong();
        }
        if (count < 0 || count > itemsLeft) {
            throw new BadBytes(PoisonCause.ABSURD_LENGTH, "A list claims more items than its bytes can hold.");
        }
        itemsLeft -= count;
        return count;
    }

    private int length() throws IOException {
        long length = readLong();
        if (length < 0 || length > Integer.MAX_VALUE) {
            throw new BadBytes(PoisonCause.ABSURD_LENGTH, "A text claims an impossible length.");
        }
        return (int) length;
    }

    private int take(int count) throws IOException {
        if (count > bytes.length - position) {
            throw new BadBytes(PoisonCause.TRUNCATED, "The bytes end inside the record.");
        }
        int start = position;
        position += count;
        return start;
    }

    private void requireUtf8(int start, int length) throws IOException {
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes, start, length));
        } catch (CharacterCodingException e) {
            throw new BadBytes(PoisonCause.INVALID_UTF8, "A text is not UTF-8.");
        }
    }
}
