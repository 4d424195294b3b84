package io.tributary.schemas.serde;

import java.io.OutputStream;
import java.util.Arrays;

/** Where a thread writes one record after the other; each leaves as the one array that it needs. */
final class RecordBuffer extends OutputStream {

    private static final int USUAL_SIZE = 1024;
    // One record of a megabyte must not keep a megabyte with every thread for good.
    private static final int LARGEST_KEPT = 64 * 1024;

    private byte[] bytes = new byte[USUAL_SIZE];
    private int length;

    void startRecord(int schemaId) {
        WireFormat.writeHeader(bytes, schemaId);
        length = WireFormat.HEADER_LENGTH;
    }

    byte[] finishRecord() {
        byte[] record = Arrays.copyOf(bytes, length);
        if (bytes.length > LARGEST_KEPT) {
            bytes = new byte[USUAL_SIZE];
        }
        return record;
    }

    @Override
    public void write(int b) {
        ensureRoom(1);
        bytes[length++] = (byte) b;
    }

    @Override
    public void write(byte[] source, int offset, int count) {
        ensureRoom(count);
        System.arraycopy(source, offset, bytes, length, count);
        length += count;
    }

    private void ensureRoom(int count) {
        int needed = Math.addExact(length, count);
        if (needed > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(needed, (int) Math.min(2L * bytes.length, Integer.MAX_VALUE - 8)));
        }
    }
}
