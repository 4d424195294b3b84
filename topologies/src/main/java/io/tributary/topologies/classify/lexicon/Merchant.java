package io.tributary.topologies.classify.lexicon;

import io.tributary.topologies.taxonomy.Category;
import org.jspecify.annotations.Nullable;

/**
 * A merchant everybody knows.
 *
 * @param name the name to show
 * @param key the stable key, the same for all branches and spellings
 * @param category what one buys there
 * @param counterparty what it is in a payment
 * @param website host, perhaps with a path; null where unknown
 */
public record Merchant(
        String name,
        String key,
        Category category,
        Counterparty counterparty,
        @Nullable String website) {}
