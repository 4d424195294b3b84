package io.tributary.topologies.insight;

import io.tributary.avro.Insight;
import io.tributary.avro.Money;
import io.tributary.avro.Severity;
import java.time.Instant;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/**
 * What a detector says, before it has a revision: a pure function of the state it looked at.
 *
 * @param kind the kind
 * @param subject what it is about
 * @param severity how much attention it asks for
 * @param at when what it tells of happened
 * @param evidence ids of the transactions it stands on, the subject's first
 * @param effect money lost or at stake; null where none is
 * @param details one of the records that {@link Insight} lists
 */
record Finding(
        InsightKind kind,
        String subject,
        Severity severity,
        Instant at,
        List<String> evidence,
        @Nullable Money effect,
        SpecificRecord details) {

    Finding {
        evidence = List.copyOf(evidence);
    }

    String id() {
        return kind.id(subject);
    }

    /** Digest of what it says; see {@link FindingDigest}. */
    long digest() {
        return FindingDigest.of(severity, at, evidence, effect, details);
    }
}
