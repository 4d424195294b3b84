package io.tributary.topologies.flow;

import io.tributary.avro.Bucket;
import io.tributary.avro.ConfidenceLevel;
import io.tributary.avro.DecidedBy;
import io.tributary.topologies.taxonomy.Category;
import org.jspecify.annotations.Nullable;

/**
 * The decision on one transaction of one user, all layers applied.
 *
 * @param merchantName the merchant's name for showing
 * @param merchantKey the merchant's stable key; empty where none could be told
 * @param category the detailed category
 * @param bucket what the transaction counts as
 * @param decidedBy the layer that decided the category
 * @param probability calibrated probability that the category is right, 0 to 1; 1 for what a user decided
 * @param level the probability in words
 * @param needsReview whether somebody should look
 * @param ruleId the user's rule that applied, if one did
 */
public record Classification(
        String merchantName,
        String merchantKey,
        Category category,
        Bucket bucket,
        DecidedBy decidedBy,
        float probability,
        ConfidenceLevel level,
        boolean needsReview,
        @Nullable String ruleId) {}
