package io.tributary.topologies.intake;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

/** Reads dead letters back, to list and to replay them. */
public final class DeadLetterReader {

    private DeadLetterReader() {}

    /** The dead letter of a record of the topic; empty when somebody else wrote the record. */
    public static Optional<StoredDeadLetter> read(byte @Nullable [] key, byte @Nullable [] value, Headers headers) {
        try {
            return Optional.of(new StoredDeadLetter(
                    text(headers, DeadLetterRecords.STAGE),
                    text(headers, DeadLetterRecords.CAUSE),
                    text(headers, DeadLetterRecords.MESSAGE),
                    text(headers, DeadLetterRecords.TOPIC),
                    Integer.parseInt(text(headers, DeadLetterRecords.PARTITION)),
                    Long.parseLong(text(headers, DeadLetterRecords.OFFSET)),
                    Instant.ofEpochMilli(Long.parseLong(text(headers, DeadLetterRecords.RECORDED_AT))),
                    Long.parseLong(text(headers, DeadLetterRecords.VALUE_LENGTH)),
                    find(headers, DeadLetterRecords.VALUE_SHA256).orElse(""),
                    Boolean.parseBoolean(text(headers, DeadLetterRecords.TRUNCATED)),
                    key,
                    value));
        } catch (NoSuchElementException | NumberFormatException | DateTimeException notOurs) {
            return Optional.empty();
        }
    }

    private static String text(Headers headers, String name) {
        return find(headers, name).orElseThrow();
    }

    private static Optional<String> find(Headers headers, String name) {
        return Optional.ofNullable(headers.lastHeader(name))
                .map(Header::value)
                .map(bytes -> new String(bytes, StandardCharsets.UTF_8));
    }
}
