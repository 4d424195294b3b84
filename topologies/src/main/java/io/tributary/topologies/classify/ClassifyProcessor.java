package io.tributary.topologies.classify;

import io.tributary.avro.RawTransaction;
import io.tributary.topologies.flow.Classifier;
import io.tributary.topologies.flow.Input;
import io.tributary.topologies.flow.Subject;
import org.apache.kafka.streams.processor.api.ContextualFixedKeyProcessor;
import org.apache.kafka.streams.processor.api.FixedKeyRecord;

/** Classifies facts on their way to the ledger. */
final class ClassifyProcessor extends ContextualFixedKeyProcessor<String, Input, Input> {

    private final Classifier classifier;

    ClassifyProcessor(Classifier classifier) {
        this.classifier = classifier;
    }

    @Override
    public void process(FixedKeyRecord<String, Input> input) {
        context().forward(input.withValue(classified(input.value())));
    }

    private Input classified(Input input) {
        return input instanceof Input.FactInput fact ? classified(fact) : input;
    }

    /**
     * A fact that the classifier fails on goes on unclassified: the ledger asks again, in the step that dead-letters what it
     * cannot decide. Thrown from here it would fail the thread, and be read again for ever.
     */
    private Input classified(Input.FactInput fact) {
        try {
            return fact.with(classifier.automatic(subjectOf(fact.transaction())));
        } catch (RuntimeException undecidable) {
            return fact;
        }
    }

    private static Subject subjectOf(RawTransaction transaction) {
        return new Subject(
                transaction.getDescription(),
                transaction.getMerchantName(),
                transaction.getDirection(),
                transaction.getAmount().getMinor(),
                transaction.getAmount().getCurrency(),
                transaction.getAccountId(),
                transaction.getAccountKind(),
                transaction.getMcc());
    }
}
