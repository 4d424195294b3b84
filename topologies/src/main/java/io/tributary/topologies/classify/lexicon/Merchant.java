package io.tributary.topologies.classify.lexicon;

import io.tributary.topologies.taxonomy.Category;

/**
 * A merchant everybody knows.
 *
 * @param name the name to show
 * @param key the stable key, the same for all branches and spellings
 * @param category what one buys there
 */
public record Merchant(String name, String key, Category category) {}
