package io.tributary.api.ingest;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/** Cuts a stream into lines of a bounded length; of a longer line nothing is kept. Blank lines are passed over. */
final class Lines {

    private static final int CHUNK = 64 * 1024;

    private final InputStream in;
    private final int longest;
    private final byte[] chunk = new byte[CHUNK];
    private int position;
    private int filled;
    private long number;

    Lines(InputStream in, int longest) {
        this.in = in;
        this.longest = longest;
    }

    /** A line without its end, and which it is, blank ones counted, from 1. */
    @SuppressWarnings("ArrayRecordComponent") // Never compared; the bytes are handed on as they are.
    record Line(long number, byte[] bytes, boolean tooLong) {

        private boolean isBlank() {
            for (byte b : bytes) {
                if (b != ' ' && b != '\t' && b != '\r') {
                    return false;
                }
            }
            return !tooLong;
        }
    }

    /** The next line; null at the end. */
    @Nullable
    Line next() throws IOException {
        Line line = read();
        while (line != null && line.isBlank()) {
            line = read();
        }
        return line;
    }

    /** Whether there is more to read without waiting for the client. */
    boolean hasBuffered() {
        return position < filled;
    }

    private @Nullable Line read() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        boolean tooLong = false;
        number++;
        while (fill()) {
            int end = position;
            while (end < filled && chunk[end] != '\n') {
                end++;
            }
            tooLong = tooLong || line.size() + end - position > longest;
            if (tooLong) {
                line.reset();
            } else {
                line.write(chunk, position, end - position);
            }
            position = end + 1;
            if (end < filled) {
                return new Line(number, line.toByteArray(), tooLong);
            }
        }
        return line.size() > 0 || tooLong ? new Line(number, line.toByteArray(), tooLong) : null;
    }

    private boolean fill() throws IOException {
        if (position >= filled) {
            position = 0;
            filled = in.read(chunk);
        }
        return filled > 0;
    }
}
