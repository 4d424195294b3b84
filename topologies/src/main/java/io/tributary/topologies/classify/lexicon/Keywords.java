package io.tributary.topologies.classify.lexicon;

import io.tributary.topologies.classify.text.MerchantText;
import io.tributary.topologies.classify.text.PhraseTrie;
import io.tributary.topologies.classify.text.Table;
import io.tributary.topologies.classify.text.Words;
import io.tributary.topologies.taxonomy.Category;
import io.tributary.topologies.taxonomy.Taxonomy;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Generic words that say what a business is: PHARMACY, BOULANGERIE, TAXI. The longest phrase wins, then the last one. */
public final class Keywords {

    private final List<String[]> rows;
    private final PhraseTrie trie;

    private Keywords(List<String[]> rows, PhraseTrie trie) {
        this.rows = rows;
        this.trie = trie;
    }

    /** The words of the jar. */
    public static Keywords load() {
        List<String[]> rows = Table.rows(Keywords.class, "keywords.tsv", 2);
        PhraseTrie.Builder trie = new PhraseTrie.Builder();
        rows.forEach(row -> trie.add(row[0], Taxonomy.of(row[1]).index()));
        return new Keywords(rows, trie.build());
    }

    /** What the merchant's own words say, if one of them is generic; else what any word of the line says. */
    public @Nullable Category find(Words words, MerchantText text) {
        Category own = find(words, text.first(), text.end());
        return own == null ? find(words, 0, words.count()) : own;
    }

    private @Nullable Category find(Words words, int from, int to) {
        long best = PhraseTrie.NONE;
        for (int i = from; i < to; i++) {
            long found = trie.longest(words, i);
            if (found != PhraseTrie.NONE
                    && (best == PhraseTrie.NONE || PhraseTrie.words(found) >= PhraseTrie.words(best))) {
                best = found;
            }
        }
        return best == PhraseTrie.NONE ? null : Taxonomy.at(PhraseTrie.value(best));
    }

    /** All phrases with their category's code, in the order of the table: rows to learn from. */
    public List<String[]> rows() {
        return rows;
    }
}
