package io.tributary.topologies.classify.lexicon;

import io.tributary.topologies.classify.text.MerchantText;
import io.tributary.topologies.classify.text.PhraseTrie;
import io.tributary.topologies.classify.text.Table;
import io.tributary.topologies.classify.text.Words;
import io.tributary.topologies.taxonomy.Taxonomy;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Well-known merchants by the words their statement lines show. The longest phrase wins, then the one further left.
 * Names that are short or ordinary words count only at the start of the line or of the merchant's own words. Where no
 * spelling is there in full, one that the bank cut off is looked for.
 */
public final class MerchantDictionary {

    private static final String TABLE = "merchants.tsv";
    private static final int COLUMNS = 5;
    private static final char AT_START = '^';
    private static final String UNKNOWN = "-";

    private final List<Merchant> merchants;
    private final List<Alias> aliases;
    private final PhraseTrie anywhere;
    private final PhraseTrie atStart;
    private final PhraseTrie cutOff;

    private MerchantDictionary(
            List<Merchant> merchants, List<Alias> aliases, PhraseTrie anywhere, PhraseTrie atStart, PhraseTrie cutOff) {
        this.merchants = merchants;
        this.aliases = aliases;
        this.anywhere = anywhere;
        this.atStart = atStart;
        this.cutOff = cutOff;
    }

    /** The dictionary of the jar. */
    public static MerchantDictionary load() {
        List<Merchant> merchants = new ArrayList<>();
        List<Alias> aliases = new ArrayList<>();
        PhraseTrie.Builder anywhere = new PhraseTrie.Builder();
        PhraseTrie.Builder atStart = new PhraseTrie.Builder();
        for (String[] row : Table.rows(MerchantDictionary.class, TABLE, COLUMNS)) {
            int number = merchants.size();
            merchants.add(new Merchant(
                    row[0],
                    keyOf(row[0]),
                    Taxonomy.of(row[1]),
                    Counterparty.valueOf(row[2]),
                    row[3].equals(UNKNOWN) ? null : row[3]));
            for (String alias : row[4].split(";", -1)) {
                boolean start = alias.charAt(0) == AT_START;
                String phrase = start ? alias.substring(1) : alias;
                (start ? atStart : anywhere).add(phrase, number);
                aliases.add(new Alias(phrase, number, start));
            }
        }
        CutOff.joined(aliases).forEach(anywhere::add);
        PhraseTrie.Builder cutOff = new PhraseTrie.Builder();
        CutOff.phrases(aliases).forEach(cutOff::add);
        return new MerchantDictionary(
                List.copyOf(merchants), List.copyOf(aliases), anywhere.build(), atStart.build(), cutOff.build());
    }

    /** One that knows nobody. */
    public static MerchantDictionary none() {
        PhraseTrie nothing = new PhraseTrie.Builder().build();
        return new MerchantDictionary(List.of(), List.of(), nothing, nothing, nothing);
    }

    private static String keyOf(String name) {
        String key = Words.normalise(name).toLowerCase(Locale.ROOT).replace(' ', '-');
        return key.substring(0, Math.min(key.length(), MerchantText.MOST_KEY_CHARS));
    }

    /** The merchant that a line names, if it names one that is known. */
    public @Nullable Merchant find(Words words, MerchantText text) {
        long best = longer(atStart.longest(words, 0), atStart.longest(words, text.first()));
        for (int i = 0; i < words.count(); i++) {
            best = longer(best, anywhere.longest(words, i));
        }
        if (best == PhraseTrie.NONE) {
            best = longer(cutOff.longest(words, 0), cutOff.longest(words, text.first()));
        }
        return best == PhraseTrie.NONE ? null : merchants.get(PhraseTrie.value(best));
    }

    private static long longer(long known, long found) {
        if (known == PhraseTrie.NONE) {
            return found;
        }
        return found != PhraseTrie.NONE && PhraseTrie.words(found) > PhraseTrie.words(known) ? found : known;
    }

    /** All merchants, in the order of the table. */
    public List<Merchant> merchants() {
        return merchants;
    }

    /** All spellings, in the order of the table: rows to learn from. */
    public List<Alias> aliases() {
        return aliases;
    }

    /**
     * A spelling of a merchant.
     *
     * @param phrase the words in normal form
     * @param merchant the merchant's place in {@link #merchants()}
     * @param atStart whether it counts only at the start
     */
    public record Alias(String phrase, int merchant, boolean atStart) {}
}
