package io.tributary.topologies.flow;

import io.tributary.avro.Fact;
import io.tributary.avro.RawTransaction;

/** From what a producer sends to what the ledger keeps of it. */
public final class Facts {

    private Facts() {}

    /** The fact without what names and orders it (user, id, key, version). */
    public static Fact of(RawTransaction raw) {
        return new Fact(
                raw.getAmount(),
                raw.getDirection(),
                raw.getDescription(),
                raw.getOccurredAt(),
                raw.getOccurredOn(),
                raw.getAccountId(),
                raw.getAccountKind(),
                raw.getMcc(),
                raw.getMerchantName(),
                raw.getStatus(),
                raw.getVoided(),
                raw.getSource());
    }
}
