package io.tributary.api.query;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.tributary.avro.ChangeKind;
import io.tributary.avro.ClassifiedTransaction;
import io.tributary.avro.DecidedBy;
import io.tributary.avro.HistoryEntry;
import io.tributary.topologies.flow.Classifier;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One transaction with all that is known of it.
 *
 * @param transaction what lists show
 * @param changeKind what made this version
 * @param ruleId the user's rule that applied
 * @param modelVersion the classifier that decided
 * @param alternatives what else it might be, likeliest first
 * @param history the newest earlier changes, oldest first
 * @param restating set while a job is restating history
 */
public record TransactionDetail(
        @JsonUnwrapped TransactionView transaction,
        ChangeKind changeKind,
        @Nullable String ruleId,
        String modelVersion,
        List<Alternative> alternatives,
        List<Change> history,
        @Nullable RestatingView restating) {

    /** A category that it might be. */
    public record Alternative(String category, double probability) {

        static Alternative of(Classifier.Alternative alternative) {
            return new Alternative(alternative.category().code(), Rounded.probability(alternative.probability()));
        }
    }

    /** An earlier change, with what held from then on. */
    public record Change(
            long version,
            ChangeKind kind,
            Instant recordedAt,
            MoneyView amount,
            String category,
            DecidedBy decidedBy,
            boolean voided) {

        static Change of(HistoryEntry entry) {
            return new Change(
                    entry.getVersion(),
                    entry.getKind(),
                    entry.getRecordedAt(),
                    MoneyView.of(entry.getAmount()),
                    entry.getCategory(),
                    entry.getDecidedBy(),
                    entry.getVoided());
        }
    }

    /** The view of a ledger entry and of what the classifier thinks of it now. */
    public static TransactionDetail of(
            ClassifiedTransaction entry, List<Classifier.Alternative> alternatives, @Nullable RestatingView restating) {
        return new TransactionDetail(
                TransactionView.of(entry),
                entry.getChangeKind(),
                entry.getRuleId(),
                entry.getModelVersion(),
                alternatives.stream().map(Alternative::of).toList(),
                entry.getHistory().stream().map(Change::of).toList(),
                restating);
    }
}
