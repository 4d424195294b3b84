package io.tributary.standalone.acceptance;

import io.tributary.avro.RawTransaction;
import io.tributary.schemas.serde.SchemaRegistry;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.time.Instant;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.generic.GenericRecordBuilder;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.EncoderFactory;

/** Facts as a producer writes them whose schema is not ours. */
final class ForeignFacts {
    private static final String OUR_MINOR = "\"name\":\"minor\",\"type\":\"long\"";
    private static final int HEADER = 5;
    private static final String NOON = "2026-06-15T12:00:00Z";

    private final SchemaRegistry registry;

    ForeignFacts(SchemaRegistry registry) {
        this.registry = registry;
    }

    /** One whose amount is a floating point number. */
    byte[] withDouble(String userId, double minor) {
        Schema schema = parse(ours().replace(OUR_MINOR, "\"name\":\"minor\",\"type\":\"double\""));
        return encode("foreign-double-value", fact(schema, userId, minor).build());
    }

    /** One with a field that we do not know, which any later version of ours may have. */
    byte[] withNewField(String userId, String field, long minor) {
        return encode("foreign-" + field + "-value", newer(userId, field, minor));
    }

    /** The same without the header that names its schema, which the registry does not hear of. */
    byte[] body(String userId, String field, long minor) {
        return body(newer(userId, field, minor));
    }

    /** A record that is no fact at all. */
    byte[] ofAnotherType() {
        Schema schema = parse("{\"type\":\"record\",\"name\":\"Weather\",\"namespace\":\"org.example\",\"fields\":"
                + "[{\"name\":\"celsius\",\"type\":\"int\"}]}");
        return encode(
                "foreign-weather-value",
                new GenericRecordBuilder(schema).set("celsius", 21).build());
    }

    private static String ours() {
        return RawTransaction.getClassSchema().toString();
    }

    private static Schema parse(String json) {
        return new Schema.Parser().parse(json);
    }

    private static GenericRecordBuilder fact(Schema schema, String userId, Number minor) {
        Schema money = schema.getField("amount").schema();
        return new GenericRecordBuilder(schema)
                .set("user_id", userId)
                .set("id", "foreign")
                .set(
                        "amount",
                        new GenericRecordBuilder(money)
                                .set("minor", minor)
                                .set("currency", "GBP")
                                .build())
                .set("description", "TESCO STORES 3297")
                .set("occurred_at", Instant.parse(NOON).toEpochMilli());
    }

    private static GenericRecord newer(String userId, String field, long minor) {
        String json = "{\"name\":\"" + field + "\",\"type\":[\"null\",\"string\"],\"default\":null},";
        Schema schema = parse(ours().replaceFirst("\"fields\":\\[", "\"fields\":[" + json));
        return fact(schema, userId, minor).build();
    }

    private byte[] encode(String subject, GenericRecord record) {
        int id = registry.register(subject, record.getSchema());
        byte[] body = body(record);
        return ByteBuffer.allocate(HEADER + body.length)
                .put((byte) 0)
                .putInt(id)
                .put(body)
                .array();
    }

    private static byte[] body(GenericRecord record) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        BinaryEncoder encoder = EncoderFactory.get().directBinaryEncoder(bytes, null);
        try {
            new GenericDatumWriter<GenericRecord>(record.getSchema(), new GenericData()).write(record, encoder);
            encoder.flush();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }
}
