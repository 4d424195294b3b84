package io.tributary.topologies.intake;

import static org.assertj.core.api.Assertions.assertThat;

import io.tributary.topologies.flow.DeadLetter;
import io.tributary.topologies.flow.Origin;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class DeadLetterRecordsTest {

    private static final Instant RECORDED_AT = Instant.parse("2026-06-15T12:00:00.123Z");

    @Test
    void shouldKeepOriginAndBytes() {
        byte[] key = "u1".getBytes(StandardCharsets.UTF_8);
        byte[] value = "abc".getBytes(StandardCharsets.UTF_8);

        Record<byte[], byte[]> record = DeadLetterRecords.of(deadLetter(key, value));
        StoredDeadLetter stored = readBack(record).orElseThrow();

        assertThat(record.key()).isEqualTo(key);
        assertThat(record.value()).isEqualTo(value);
        assertThat(record.timestamp()).isEqualTo(RECORDED_AT.toEpochMilli());
        assertThat(stored.stage()).isEqualTo("intake");
        assertThat(stored.cause()).isEqualTo("truncated");
        assertThat(stored.message()).isEqualTo("The bytes end inside the record.");
        assertThat(stored.topic()).isEqualTo("expenses.raw");
        assertThat(stored.partition()).isEqualTo(3);
        assertThat(stored.offset()).isEqualTo(42);
        assertThat(stored.recordedAt()).isEqualTo(RECORDED_AT);
        assertThat(stored.valueLength()).isEqualTo(3);
        assertThat(stored.valueSha256()).isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
        assertThat(stored.replayable()).isTrue();
    }

    @Test
    void shouldKeepAtMostTheFirstMebibyte() {
        byte[] value = new byte[DeadLetterRecords.MAX_VALUE + 1];
        value[0] = 7;

        Record<byte[], byte[]> record = DeadLetterRecords.of(deadLetter(null, value));
        StoredDeadLetter stored = readBack(record).orElseThrow();

        assertThat(record.value()).hasSize(1_048_576).startsWith((byte) 7);
        assertThat(stored.valueLength()).isEqualTo(1_048_577);
        assertThat(stored.truncated()).isTrue();
        assertThat(stored.replayable()).isFalse();
    }

    @Test
    void shouldKeepAValueOfExactlyOneMebibyte() {
        byte[] value = new byte[DeadLetterRecords.MAX_VALUE];

        StoredDeadLetter stored =
                readBack(DeadLetterRecords.of(deadLetter(null, value))).orElseThrow();

        assertThat(stored.value()).hasSize(1_048_576);
        assertThat(stored.replayable()).isTrue();
    }

    @Test
    void shouldNotReplayARecordWhoseKeyWasCut() {
        Record<byte[], byte[]> record = DeadLetterRecords.of(deadLetter(new byte[20_000], new byte[1]));

        assertThat(record.key()).hasSize(DeadLetterRecords.MAX_KEY);
        assertThat(readBack(record).orElseThrow().replayable()).isFalse();
    }

    @Test
    void shouldKeepATombstone() {
        StoredDeadLetter stored =
                readBack(DeadLetterRecords.of(deadLetter(null, null))).orElseThrow();

        assertThat(stored.value()).isNull();
        assertThat(stored.valueLength()).isEqualTo(-1);
        assertThat(stored.valueSha256()).isEmpty();
        assertThat(stored.replayable()).isFalse();
    }

    @Test
    void shouldNotReadRecordsOfOthers() {
        Record<byte[], byte[]> record = DeadLetterRecords.of(deadLetter(null, new byte[1]));
        record.headers().add(DeadLetterRecords.OFFSET, new byte[] {'x'});

        assertThat(readBack(record)).isEmpty();
        assertThat(DeadLetterReader.read(null, null, new RecordHeaders())).isEmpty();
    }

    private static Optional<StoredDeadLetter> readBack(Record<byte[], byte[]> record) {
        return DeadLetterReader.read(record.key(), record.value(), record.headers());
    }

    private static DeadLetter deadLetter(byte @Nullable [] key, byte @Nullable [] value) {
        return new DeadLetter(
                new Origin("expenses.raw", 3, 42, RECORDED_AT, key, value),
                "intake",
                "truncated",
                "The bytes end inside the record.");
    }
}
