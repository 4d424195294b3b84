package io.tributary.topologies.ledger;

import io.tributary.avro.ClassifiedTransaction;
import io.tributary.avro.Fact;

/** What the producer says in an entry: kept apart where the user's changes cover some of it, else the entry itself. */
final class CurrentFact {

    private CurrentFact() {}

    static Fact of(ClassifiedTransaction entry) {
        if (entry.getFact() != null) {
            return entry.getFact();
        }
        return new Fact(
                entry.getAmount(),
                entry.getDirection(),
                entry.getDescription(),
                entry.getOccurredAt(),
                entry.getOccurredOn(),
                entry.getAccountId(),
                entry.getAccountKind(),
                entry.getMcc(),
                entry.getGivenMerchantName(),
                entry.getStatus(),
                entry.getVoided(),
                entry.getSource());
    }
}
