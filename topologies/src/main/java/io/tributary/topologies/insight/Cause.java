package io.tributary.topologies.insight;

import io.tributary.avro.Insight;
import io.tributary.avro.InsightState;
import io.tributary.topologies.flow.JobEnded;
import io.tributary.topologies.flow.LedgerChange;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What makes findings come and go, and the revisions it makes.
 *
 * @param user whose findings
 * @param recordedAt when the log took it
 * @param offset where on expenses.raw that is
 * @param restated whether a job goes over the history, of which nobody is told row by row
 */
record Cause(String user, Instant recordedAt, long offset, boolean restated) {

    static Cause of(LedgerChange change) {
        return new Cause(
                change.user(), change.origin().recordedAt(), change.origin().offset(), change.restated());
    }

    static Cause of(JobEnded ended) {
        return new Cause(
                ended.job().getUserId(),
                ended.origin().recordedAt(),
                ended.origin().offset(),
                ended.restated());
    }

    /**
     * The next revision of a finding: announced when what it tells of is recent enough, or when people have been told
     * of it before and would go on believing what it said.
     */
    Insight open(Finding finding, @Nullable Insight stored, Duration announcedFor) {
        boolean recent = !finding.at().isBefore(recordedAt.minus(announcedFor));
        return new Insight(
                finding.id(),
                user,
                finding.kind().name(),
                stored == null ? 1 : stored.getRevision() + 1,
                InsightState.OPEN,
                finding.severity(),
                finding.at(),
                finding.evidence(),
                finding.effect(),
                (recent && !restated) || (stored != null && stored.getAnnounced()),
                finding.details(),
                recordedAt,
                offset);
    }

    /** The revision that takes a finding back, announced as it was. */
    Insight withdraw(Insight stored) {
        return new Insight(
                stored.getInsightId(),
                user,
                stored.getKind(),
                stored.getRevision() + 1,
                InsightState.WITHDRAWN,
                stored.getSeverity(),
                stored.getAt(),
                stored.getEvidence(),
                stored.getEffect(),
                stored.getAnnounced(),
                stored.getDetails(),
                recordedAt,
                offset);
    }
}
