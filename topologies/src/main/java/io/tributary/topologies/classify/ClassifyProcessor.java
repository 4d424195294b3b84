package io.tributary.topologies.classify;

import io.tributary.avro.RawTransaction;
import io.tributary.topologies.flow.Classifier;
import io.tributary.topologies.flow.Input;
import io.tributary.topologies.flow.Input.FactInput;
import io.tributary.topologies.flow.Subject;
import org.apache.kafka.streams.processor.api.ContextualFixedKeyProcessor;
import org.apache.kafka.streams.processor.api.FixedKeyRecord;

/** Attaches to every fact what the classifier says of it. */
final class ClassifyProcessor extends ContextualFixedKeyProcessor<String, Input, Input> {

    private final Classifier classifier;

    ClassifyProcessor(Classifier classifier) {
        this.classifier = classifier;
    }

    @Override
    public void process(FixedKeyRecord<String, Input> record) {
        if (record.value() instanceof FactInput fact) {
            context().forward(record.withValue(fact.with(classifier.automatic(subject(fact.transaction())))));
        } else {
            context().forward(record);
        }
    }

    private static Subject subject(RawTransaction fact) {
        return new Subject(
                fact.getDescription(),
                fact.getMerchantName(),
                fact.getDirection(),
                fact.getAmount().getMinor(),
                fact.getAmount().getCurrency(),
                fact.getAccountId(),
                fact.getAccountKind(),
                fact.getMcc());
    }
}
