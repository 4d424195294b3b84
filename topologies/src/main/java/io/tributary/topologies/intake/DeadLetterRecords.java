package io.tributary.topologies.intake;

import io.tributary.topologies.flow.DeadLetter;
import io.tributary.topologies.flow.Origin;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.Nullable;

/**
 * How a dead letter stands in its topic: original key and value, cut where they are too long, and in the headers what
 * went wrong and where the record lies. A record that was cut can be looked up at its origin, but not replayed.
 *
 * <p>The values of the headers are UTF-8 texts: numbers in decimal, {@code recorded-at} in ms since 1970,
 * {@code value-length} -1 for a record without value, {@code value-sha256} of the whole value in hex.
 */
public final class DeadLetterRecords {

    /** Bytes of the value that are kept. */
    public static final int MAX_VALUE = 1 << 20;

    /** Bytes of the key that are kept. No key of ours is longer than some hundred bytes. */
    public static final int MAX_KEY = 1 << 14;

    /** Characters of the message that are kept: it may name a schema that somebody else named. */
    private static final int MAX_MESSAGE = 1_000;

    static final String PREFIX = "tributary.dead-letter.";
    static final String STAGE = PREFIX + "stage";
    static final String CAUSE = PREFIX + "cause";
    static final String MESSAGE = PREFIX + "message";
    static final String TOPIC = PREFIX + "topic";
    static final String PARTITION = PREFIX + "partition";
    static final String OFFSET = PREFIX + "offset";
    static final String RECORDED_AT = PREFIX + "recorded-at";
    static final String VALUE_LENGTH = PREFIX + "value-length";
    static final String VALUE_SHA256 = PREFIX + "value-sha256";
    static final String TRUNCATED = PREFIX + "truncated";

    private DeadLetterRecords() {}

    /** The record to write, with the timestamp of the record that failed. */
    public static Record<byte[], byte[]> of(DeadLetter deadLetter) {
        Origin origin = deadLetter.origin();
        return new Record<>(
                cut(origin.key(), MAX_KEY),
                cut(origin.value(), MAX_VALUE),
                origin.recordedAt().toEpochMilli(),
                headers(deadLetter));
    }

    private static Headers headers(DeadLetter deadLetter) {
        Origin origin = deadLetter.origin();
        byte[] value = origin.value();
        Headers headers = new RecordHeaders();
        add(headers, STAGE, deadLetter.stage());
        add(headers, CAUSE, deadLetter.cause());
        add(headers, MESSAGE, shortened(deadLetter.message()));
        add(headers, TOPIC, origin.topic());
        add(headers, PARTITION, Integer.toString(origin.partition()));
        add(headers, OFFSET, Long.toString(origin.offset()));
        add(headers, RECORDED_AT, Long.toString(origin.recordedAt().toEpochMilli()));
        add(headers, VALUE_LENGTH, Integer.toString(value == null ? -1 : value.length));
        if (value != null) {
            add(headers, VALUE_SHA256, sha256(value));
        }
        add(headers, TRUNCATED, Boolean.toString(isLonger(value, MAX_VALUE) || isLonger(origin.key(), MAX_KEY)));
        return headers;
    }

    private static String sha256(byte[] value) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(value));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    }

    private static void add(Headers headers, String name, String text) {
        headers.add(name, text.getBytes(StandardCharsets.UTF_8));
    }

    private static String shortened(String message) {
        return message.length() > MAX_MESSAGE ? message.substring(0, MAX_MESSAGE) : message;
    }

    private static byte @Nullable [] cut(byte @Nullable [] bytes, int max) {
        return bytes != null && bytes.length > max ? Arrays.copyOf(bytes, max) : bytes;
    }

    private static boolean isLonger(byte @Nullable [] bytes, int max) {
        return bytes != null && bytes.length > max;
    }
}
