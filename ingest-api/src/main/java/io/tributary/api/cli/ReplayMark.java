package io.tributary.api.cli;

import io.tributary.schemas.Topics;
import java.nio.ByteBuffer;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;

/**
 * Remembers that a dead letter was replayed: a record without key and value on the partition of the dead letter, with its
 * offset in a header. It is younger than the dead letter, so it is kept at least as long; offsets that a group commits are
 * forgotten after a week.
 */
final class ReplayMark {

    private static final String HEADER = "tributary.replayed";

    private ReplayMark() {}

    /** The mark of a dead letter. */
    static ProducerRecord<byte @Nullable [], byte @Nullable []> of(Place letter) {
        ProducerRecord<byte @Nullable [], byte @Nullable []> mark =
                new ProducerRecord<>(Topics.DEAD_LETTERS.name(), letter.partition(), null, null);
        mark.headers()
                .add(
                        HEADER,
                        ByteBuffer.allocate(Long.BYTES).putLong(letter.offset()).array());
        return mark;
    }

    /** The dead letter that a record marks, if it is a mark. */
    static Optional<Place> read(ConsumerRecord<byte @Nullable [], byte @Nullable []> item) {
        Header header = item.headers().lastHeader(HEADER);
        return header == null || header.value().length != Long.BYTES
                ? Optional.empty()
                : Optional.of(Place.ofLetter(
                        item.partition(), ByteBuffer.wrap(header.value()).getLong()));
    }
}
