package io.tributary.topologies.progress;

import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;

/**
 * Says for every record, whatever became of it, that it has been processed. Must be the last child of the source: a
 * record goes to the children in the order in which they were added, and to the end of each before the next.
 *
 * <p>No store: a position that survived would have to be rolled back with the rest when a transaction aborts. It is
 * forgotten whenever the task is set up or torn down.
 */
public final class ProgressProcessor extends ContextualProcessor<byte[], byte[], Void, Void> {

    private final PositionSink positions;

    /** Tells the sink. */
    public ProgressProcessor(PositionSink positions) {
        this.positions = positions;
    }

    @Override
    public void init(ProcessorContext<Void, Void> context) {
        super.init(context);
        positions.opened(context.taskId().partition());
    }

    @Override
    public void process(Record<byte[], byte[]> record) {
        context().recordMetadata().ifPresent(metadata -> positions.reached(metadata.partition(), metadata.offset()));
    }

    @Override
    public void close() {
        positions.closed(context().taskId().partition());
    }
}
