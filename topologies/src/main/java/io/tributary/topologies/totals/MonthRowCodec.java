package io.tributary.topologies.totals;

import io.tributary.topologies.state.StateProblem;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import org.apache.avro.io.BinaryDecoder;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.io.EncoderFactory;
import org.jspecify.annotations.Nullable;

/**
 * Reads and writes {@link MonthRow}s as the Avro record {@code TotalsRow}, by hand: a row is rewritten with every
 * transaction of its month, and an object a cell would be most of the work. Not for sharing between threads.
 */
public final class MonthRowCodec {

    private static final byte VERSION = 1;

    private final ByteArrayOutputStream buffer = new ByteArrayOutputStream(1024);
    private @Nullable BinaryEncoder encoder;
    private @Nullable BinaryDecoder decoder;

    /** The row's bytes. */
    public byte[] encode(MonthRow row) {
        try {
            buffer.reset();
            buffer.write(VERSION);
            encoder = EncoderFactory.get().directBinaryEncoder(buffer, encoder);
            encoder.writeArrayStart();
            encoder.setItemCount(row.size());
            for (int i = 0; i < row.size(); i++) {
                encoder.startItem();
                write(encoder, row, i);
            }
            encoder.writeArrayEnd();
            encoder.flush();
            return buffer.toByteArray();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    /** The row in {@code bytes}, which {@link #encode} made. */
    public MonthRow decode(byte[] bytes) {
        if (bytes[0] != VERSION) {
            throw StateProblem.layout(bytes[0], VERSION);
        }
        try {
            decoder = DecoderFactory.get().binaryDecoder(bytes, 1, bytes.length - 1, decoder);
            int[] keys = new int[0];
            long[] values = new long[0];
            for (long block = decoder.readArrayStart(); block != 0; block = decoder.arrayNext()) {
                int from = keys.length;
                keys = Arrays.copyOf(keys, from + (int) block);
                values = Arrays.copyOf(values, (from + (int) block) * 4);
                for (int i = from; i < keys.length; i++) {
                    read(decoder, keys, values, i);
                }
            }
            return new MonthRow(keys, values);
        } catch (IOException corrupt) {
            throw new UncheckedIOException(corrupt);
        }
    }

    private static void write(BinaryEncoder out, MonthRow row, int cell) throws IOException {
        Sums sums = row.sumsAt(cell);
        out.writeInt(row.dayAt(cell));
        out.writeInt(row.categoryAt(cell).index());
        out.writeInt(row.bucketAt(cell).ordinal());
        out.writeInt(Math.toIntExact(sums.inflowCount()));
        out.writeLong(sums.inflowMinor());
        out.writeInt(Math.toIntExact(sums.outflowCount()));
        out.writeLong(sums.outflowMinor());
    }

    private static void read(BinaryDecoder in, int[] keys, long[] values, int cell) throws IOException {
        keys[cell] = MonthRow.cellKey(in.readInt(), in.readInt(), in.readInt());
        values[cell * 4] = in.readInt();
        values[cell * 4 + 1] = in.readLong();
        values[cell * 4 + 2] = in.readInt();
        values[cell * 4 + 3] = in.readLong();
    }
}
