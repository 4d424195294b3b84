package io.tributary.topologies.intake;

import io.tributary.topologies.flow.DeadLetter;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.Record;

/** Turns dead letters, of whatever stage, into the records of their topic; stands before the sink. */
public final class DeadLetterProcessor extends ContextualProcessor<String, DeadLetter, byte[], byte[]> {

    @Override
    public void process(Record<String, DeadLetter> record) {
        context().forward(DeadLetterRecords.of(record.value()));
    }
}
