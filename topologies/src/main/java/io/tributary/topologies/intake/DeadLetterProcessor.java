package io.tributary.topologies.intake;

import io.tributary.topologies.flow.DeadLetter;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.Record;

/**
 * Turns dead letters, of whatever stage, into the records of their topic; stands before the sink.
 *
 * @param <K> whatever the key is: it gives way to the original one
 */
public final class DeadLetterProcessor<K> extends ContextualProcessor<K, DeadLetter, byte[], byte[]> {

    @Override
    public void process(Record<K, DeadLetter> record) {
        context().forward(DeadLetterRecords.of(record.value()));
    }
}
