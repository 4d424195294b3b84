package io.tributary.api.query;

import io.tributary.avro.CategoryRestated;
import io.tributary.avro.DuplicateCharge;
import io.tributary.avro.FeeCharged;
import io.tributary.avro.Insight;
import io.tributary.avro.InsightState;
import io.tributary.avro.LargeTransaction;
import io.tributary.avro.NewMerchant;
import io.tributary.avro.Severity;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A finding as clients see it.
 *
 * @param id kind and subject; the same over all revisions
 * @param kind what kind of finding
 * @param revision from 1; a higher one replaces a lower
 * @param state OPEN while its ground holds, then WITHDRAWN
 * @param severity how much attention it asks for
 * @param at when what it tells of happened
 * @param evidence ids of the transactions it stands on
 * @param effect expected effect in money, where there is one
 * @param announced whether it was announced or only kept
 * @param details the particulars of its kind
 * @param recordedAt when the log took what it comes from
 */
public record InsightBody(
        String id,
        String kind,
        long revision,
        InsightState state,
        Severity severity,
        Instant at,
        List<String> evidence,
        @Nullable MoneyView effect,
        boolean announced,
        Map<String, Object> details,
        Instant recordedAt) {

    /** The view of a finding. */
    public static InsightBody of(Insight insight) {
        return new InsightBody(
                insight.getInsightId(),
                insight.getKind(),
                insight.getRevision(),
                insight.getState(),
                insight.getSeverity(),
                insight.getAt(),
                insight.getEvidence(),
                insight.getEffect() == null ? null : MoneyView.of(insight.getEffect()),
                insight.getAnnounced(),
                details(insight.getDetails()),
                insight.getRecordedAt());
    }

    private static Map<String, Object> details(Object body) {
        Map<String, Object> details = new LinkedHashMap<>();
        if (body instanceof LargeTransaction large) {
            details.put("amount", MoneyView.of(large.getAmount()));
            details.put("typical", MoneyView.of(large.getTypical()));
            details.put("compared_with", large.getComparedWith());
        } else if (body instanceof NewMerchant merchant) {
            details.put("merchant_name", merchant.getMerchantName());
            details.put("merchant_key", merchant.getMerchantKey());
            details.put("amount", MoneyView.of(merchant.getAmount()));
            details.put("category", merchant.getCategory());
        } else if (body instanceof DuplicateCharge duplicate) {
            details.put("amount", MoneyView.of(duplicate.getAmount()));
            details.put("merchant_name", duplicate.getMerchantName());
            details.put("seconds_apart", duplicate.getSecondsApart());
        } else if (body instanceof FeeCharged fee) {
            details.put("amount", MoneyView.of(fee.getAmount()));
            details.put("category", fee.getCategory());
            details.put("description_kind", fee.getDescriptionKind());
        } else if (body instanceof CategoryRestated restated) {
            details.put("changed", restated.getChanged());
            details.put("looked_at", restated.getLookedAt());
        }
        return details;
    }
}
