package io.tributary.topologies.insight;

import java.time.Instant;

/**
 * An open finding about a merchant, as the merchant's row remembers it.
 *
 * @param id the finding
 * @param digest what it says
 * @param at when what it tells of happened
 * @param evidence for NEW_MERCHANT the transaction it stands on, else empty
 */
record Mark(String id, long digest, Instant at, String evidence) {

    static Mark of(Finding finding) {
        boolean byMerchant = finding.kind() == InsightKind.NEW_MERCHANT;
        return new Mark(
                finding.id(),
                finding.digest(),
                finding.at(),
                byMerchant ? finding.evidence().get(0) : "");
    }
}
