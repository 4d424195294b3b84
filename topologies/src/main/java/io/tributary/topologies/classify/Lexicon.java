package io.tributary.topologies.classify;

import io.tributary.topologies.classify.lexicon.Keywords;
import io.tributary.topologies.classify.lexicon.MerchantCategoryCodes;
import io.tributary.topologies.classify.lexicon.MerchantDictionary;
import io.tributary.topologies.classify.lexicon.StructuralRules;

/**
 * All that is known by heart, read once and shared by every thread.
 *
 * @param merchants well-known merchants
 * @param rules structural rules
 * @param keywords generic words
 * @param codes merchant category codes
 */
public record Lexicon(
        MerchantDictionary merchants, StructuralRules rules, Keywords keywords, MerchantCategoryCodes codes) {

    /** What the jar holds. */
    public static Lexicon load() {
        return new Lexicon(
                MerchantDictionary.load(), StructuralRules.load(), Keywords.load(), MerchantCategoryCodes.load());
    }

    /** The same without merchants: to measure what the dictionary brings. */
    public Lexicon withoutMerchants() {
        return new Lexicon(MerchantDictionary.none(), rules, keywords, codes);
    }
}
