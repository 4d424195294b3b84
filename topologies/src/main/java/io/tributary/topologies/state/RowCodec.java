package io.tributary.topologies.state;

import io.tributary.schemas.serde.AvroTrust;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.avro.Schema;
import org.apache.avro.io.BinaryDecoder;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.specific.SpecificDatumReader;
import org.apache.avro.specific.SpecificDatumWriter;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/**
 * Encodes rows of a state store: a version byte, then the Avro body with the schema from the jar, so that a restore
 * needs no registry. Not for sharing between threads; readers make their own.
 *
 * @param <T> the row
 */
public final class RowCodec<T extends SpecificRecord> {

    /** The layout of every row so far. A second layout comes with a reader for the first. */
    static final byte VERSION = 1;

    /** Streams keeps a changelog record per row, and a row above this is a design error, not a big row. */
    static final int LARGEST_ROW = 64 * 1024;

    private final SpecificDatumWriter<T> writer;
    private final SpecificDatumReader<T> reader;
    private final ByteArrayOutputStream buffer = new ByteArrayOutputStream(512);
    private @Nullable BinaryEncoder encoder;
    private @Nullable BinaryDecoder decoder;

    /** A codec for rows of {@code schema}. */
    public RowCodec(Schema schema) {
        AvroTrust.ensure();
        this.writer = new SpecificDatumWriter<>(schema);
        this.reader = new SpecificDatumReader<>(schema);
    }

    /** The row's bytes. */
    public byte[] encode(T row) {
        try {
            buffer.reset();
            buffer.write(VERSION);
            encoder = EncoderFactory.get().directBinaryEncoder(buffer, encoder);
            writer.write(row, encoder);
            encoder.flush();
            if (buffer.size() > LARGEST_ROW) {
                throw new RowTooLargeException(row.getSchema().getName(), buffer.size());
            }
            return buffer.toByteArray();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    /** The row in {@code bytes}, which {@link #encode} made. */
    public T decode(byte[] bytes) {
        if (bytes[0] != VERSION) {
            throw StateProblem.layout(bytes[0], VERSION);
        }
        try {
            decoder = DecoderFactory.get().binaryDecoder(bytes, 1, bytes.length - 1, decoder);
            return reader.read(null, decoder);
        } catch (IOException corrupt) {
            throw new UncheckedIOException(corrupt);
        }
    }
}
