package io.tributary.topologies.insight;

import io.tributary.avro.Insight;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A part of a user's findings.
 *
 * @param findings newest first by the time of what they tell of
 * @param cursor where to go on, to be handed back with the same question; null at the end
 */
public record InsightPage(List<Insight> findings, @Nullable String cursor) {

    /** Keeps an unmodifiable copy. */
    public InsightPage {
        findings = List.copyOf(findings);
    }
}
