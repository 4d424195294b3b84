package io.tributary.topologies.intake;

import io.tributary.topologies.flow.Origin;
import java.time.Instant;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.processor.api.RecordMetadata;

/**
 * Sends each record of the raw topic to the one child that is for what {@link Intake} made of it. Headers end here: no
 * feature reads them, and whatever a producer puts there must not reach every output.
 */
final class IntakeProcessor extends ContextualProcessor<byte[], byte[], String, Intaken> {

    private final Intake intake;

    IntakeProcessor(IntakeConfig config) {
        this.intake = new Intake(config);
    }

    @Override
    public void process(Record<byte[], byte[]> record) {
        Intaken intaken = intake.decide(originOf(record));
        context().forward(new Record<>(keyOf(intaken), intaken, record.timestamp()), childOf(intaken));
    }

    private Origin originOf(Record<byte[], byte[]> record) {
        RecordMetadata metadata = context()
                .recordMetadata()
                .orElseThrow(() -> new IllegalStateException("intake only reads records of a topic"));
        return new Origin(
                metadata.topic(),
                metadata.partition(),
                metadata.offset(),
                Instant.ofEpochMilli(record.timestamp()),
                record.key(),
                record.value());
    }

    private static String keyOf(Intaken intaken) {
        if (intaken instanceof Intaken.Accepted accepted) {
            return accepted.userId();
        }
        if (intaken instanceof Intaken.Refused refused) {
            return refused.rejected().userId();
        }
        return intaken instanceof Intaken.Misplaced misplaced ? misplaced.userId() : "";
    }

    private static String childOf(Intaken intaken) {
        if (intaken instanceof Intaken.Accepted) {
            return IntakeTopology.INPUTS;
        }
        if (intaken instanceof Intaken.Refused) {
            return IntakeTopology.REJECTED;
        }
        return intaken instanceof Intaken.Misplaced ? IntakeTopology.MISPLACED : IntakeTopology.DEAD_LETTERS;
    }
}
