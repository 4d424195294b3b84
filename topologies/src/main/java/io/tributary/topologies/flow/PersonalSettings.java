package io.tributary.topologies.flow;

import io.tributary.avro.Bucket;
import io.tributary.avro.UserRule;
import io.tributary.topologies.taxonomy.Category;
import java.util.List;
import java.util.Map;

/**
 * What a user has taught the classifier. Immutable.
 *
 * @param rules the user's rules, in any order
 * @param corrections the user's category by merchant key
 * @param buckets the user's bucket by category, primary or detailed; a detailed one goes before its primary
 */
public record PersonalSettings(List<UserRule> rules, Map<String, Category> corrections, Map<Category, Bucket> buckets) {

    /** Of a user who has taught nothing. */
    public static final PersonalSettings NONE = new PersonalSettings(List.of(), Map.of(), Map.of());

    /** Keeps unmodifiable copies. */
    public PersonalSettings {
        rules = List.copyOf(rules);
        corrections = Map.copyOf(corrections);
        buckets = Map.copyOf(buckets);
    }
}
