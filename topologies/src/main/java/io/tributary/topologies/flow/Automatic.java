package io.tributary.topologies.flow;

import io.tributary.avro.ConfidenceLevel;
import io.tributary.avro.DecidedBy;
import io.tributary.topologies.taxonomy.Category;

/**
 * What the classifier decides without knowing the user: the same for everybody who has this statement line.
 *
 * @param normalised the description in the normal form that rules are matched on
 * @param merchantName the merchant's name for showing; the tidied description where no merchant could be told
 * @param merchantKey the merchant's stable key, {@code [a-z0-9-]}, at most 40 characters; empty where none could be told
 * @param category the detailed category
 * @param decidedBy the layer that decided
 * @param probability calibrated probability that the category is right, 0 to 1
 * @param level the probability in words
 */
public record Automatic(
        String normalised,
        String merchantName,
        String merchantKey,
        Category category,
        DecidedBy decidedBy,
        float probability,
        ConfidenceLevel level) {}
