package io.tributary.api.ingest;

import io.tributary.avro.state.Verdict;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What became of a command.
 *
 * @param id the command
 * @param status PENDING, DONE, NOT_FOUND, STALE_VERSION or REFUSED
 * @param transactionId the transaction it was about
 * @param version the transaction's version after it, or at that time
 * @param jobId the job that carries it through history
 * @param reason for REFUSED: the rule
 * @param decidedAt when the log took it
 */
public record CommandView(
        String id,
        String status,
        @Nullable String transactionId,
        @Nullable Long version,
        @Nullable String jobId,
        @Nullable String reason,
        @Nullable Instant decidedAt) {

    static CommandView pending(String id) {
        return new CommandView(id, "PENDING", null, null, null, null, null);
    }

    static CommandView of(Verdict verdict) {
        return new CommandView(
                verdict.getCommandId(),
                verdict.getOutcome().name(),
                verdict.getTransactionId(),
                verdict.getVersion(),
                verdict.getJobId(),
                verdict.getReason(),
                verdict.getDecidedAt());
    }
}
