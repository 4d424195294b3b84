package io.tributary.topologies.intake;

import io.tributary.avro.Origin;
import io.tributary.avro.Rejection;
import io.tributary.topologies.flow.Rejected;

/** What is said on the topic of rejections. */
public final class RejectionRecords {

    private RejectionRecords() {}

    /** The record of a rejection: everything but the refused content. */
    public static Rejection of(Rejected rejected) {
        return new Rejection(
                rejected.userId(),
                rejected.transactionId(),
                rejected.violations(),
                new Origin(
                        rejected.origin().topic(),
                        rejected.origin().partition(),
                        rejected.origin().offset()),
                rejected.origin().recordedAt());
    }
}
