package io.tributary.topologies.insight;

import io.tributary.avro.CategoryRestated;
import io.tributary.avro.Job;
import io.tributary.avro.Severity;
import io.tributary.topologies.flow.JobEnded;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * CATEGORY_RESTATED: a correction or rule has changed at least one row of the history.
 *
 * <p>Severity INFO. No effect. No evidence: the rows may be tens of thousands.
 */
final class RestatedDetector {

    /** What there is to say of a job that has ended; null when it changed nothing. */
    @Nullable
    Finding judge(JobEnded ended) {
        Job job = ended.job();
        if (job.getChanged() <= 0) {
            return null;
        }
        Instant at = job.getEndedAt() == null ? ended.origin().recordedAt() : job.getEndedAt();
        return new Finding(
                InsightKind.CATEGORY_RESTATED,
                job.getJobId(),
                Severity.INFO,
                Instant.ofEpochMilli(at.toEpochMilli()),
                List.of(),
                null,
                new CategoryRestated(job.getMerchantKey(), job.getChanged(), job.getDone()));
    }
}
