package io.tributary.api.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ReplayMarkTest {

    @Test
    void shouldNameTheDeadLetterThatItMarks() {
        Place letter = Place.ofLetter(3, 4_000_000_000L);
        ConsumerRecord<byte @Nullable [], byte @Nullable []> read =
                new ConsumerRecord<>("tributary.dead-letters", 3, 4_000_000_007L, null, null);
        ReplayMark.of(letter).headers().forEach(read.headers()::add);

        assertThat(ReplayMark.of(letter).partition()).isEqualTo(3);
        assertThat(ReplayMark.read(read)).contains(letter);
    }

    @Test
    void shouldTakeNoOtherRecordForAMark() {
        ConsumerRecord<byte @Nullable [], byte @Nullable []> letter =
                new ConsumerRecord<>("tributary.dead-letters", 3, 9, null, null);
        letter.headers().add("tributary.replayed", new byte[] {1});

        assertThat(ReplayMark.read(letter)).isEqualTo(Optional.empty());
    }
}
