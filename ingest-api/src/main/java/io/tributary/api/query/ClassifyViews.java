package io.tributary.api.query;

import io.tributary.api.json.Decimal;
import io.tributary.topologies.flow.Classifier;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What clients ask of the classifier and see of it. */
final class ClassifyViews {

    private ClassifyViews() {}

    /**
     * A text to classify.
     *
     * @param description the statement line
     * @param merchantName the merchant, where known
     * @param direction OUTFLOW (default) or INFLOW
     * @param amount how much
     * @param currency ISO 4217
     * @param mcc merchant category code
     * @param accountKind CARD, CURRENT, SAVINGS or LOAN
     */
    record ClassifyBody(
            @Nullable String description,
            @Nullable String merchantName,
            @Nullable String direction,
            @Nullable Decimal amount,
            @Nullable String currency,
            @Nullable String mcc,
            @Nullable String accountKind) {}

    /** What the classifier says without knowing the user. */
    record ClassifyView(
            String category,
            String categoryDetail,
            String decidedBy,
            double probability,
            String confidenceLevel,
            String merchantName,
            @Nullable String merchantKey,
            String normalised,
            String modelVersion,
            List<TransactionDetail.Alternative> alternatives) {

        static List<TransactionDetail.Alternative> alternatives(List<Classifier.Alternative> alternatives) {
            return alternatives.stream().map(TransactionDetail.Alternative::of).toList();
        }
    }
}
