package io.tributary.topologies.classify.lexicon;

import com.google.re2j.Pattern;
import io.tributary.avro.Direction;
import io.tributary.topologies.classify.text.PhraseTrie;
import io.tributary.topologies.classify.text.Table;
import io.tributary.topologies.classify.text.Words;
import io.tributary.topologies.taxonomy.Taxonomy;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The structural rules in their order. Every rule names the words one of which its expression needs, so most lines are
 * looked at by no expression at all.
 */
public final class StructuralRules {

    private final List<StructuralRule> rules;
    private final PhraseTrie gate;
    private final long[] gated;

    private StructuralRules(List<StructuralRule> rules, PhraseTrie gate, long[] gated) {
        this.rules = rules;
        this.gate = gate;
        this.gated = gated;
    }

    /** The rules of the jar. */
    public static StructuralRules load() {
        List<StructuralRule> rules = new ArrayList<>();
        Map<String, Long> byWord = new TreeMap<>();
        for (String[] row : Table.rows(StructuralRules.class, "rules.tsv", 6)) {
            long bit = 1L << rules.size();
            rules.add(new StructuralRule(
                    row[0],
                    StructuralRule.Strength.valueOf(row[1].toUpperCase(Locale.ROOT)),
                    direction(row[2]),
                    Taxonomy.of(row[3]),
                    Pattern.compile(row[5])));
            for (String word : row[4].split(" ", -1)) {
                byWord.merge(word, bit, (a, b) -> a | b);
            }
        }
        if (rules.size() > Long.SIZE) {
            throw new IllegalStateException("rules.tsv: more than 64 rules do not fit the gate");
        }
        return gated(rules, byWord);
    }

    private static StructuralRules gated(List<StructuralRule> rules, Map<String, Long> byWord) {
        PhraseTrie.Builder gate = new PhraseTrie.Builder();
        long[] masks = new long[byWord.size()];
        int number = 0;
        for (Map.Entry<String, Long> entry : byWord.entrySet()) {
            gate.add(entry.getKey(), number);
            masks[number++] = entry.getValue();
        }
        return new StructuralRules(List.copyOf(rules), gate.build(), masks);
    }

    private static @Nullable Direction direction(String word) {
        return switch (word) {
            case "in" -> Direction.INFLOW;
            case "out" -> Direction.OUTFLOW;
            case "any" -> null;
            default -> throw new IllegalStateException("rules.tsv: no such direction: " + word);
        };
    }

    /** The rules whose gate opens for a text, one bit each; 0 for most texts. */
    public long candidates(Words words) {
        long open = 0;
        for (int i = 0; i < words.count(); i++) {
            long found = gate.longest(words, i);
            if (found != PhraseTrie.NONE) {
                open |= gated[PhraseTrie.value(found)];
            }
        }
        return open;
    }

    /** The first of the candidates of a strength that matches, if one does. */
    public @Nullable StructuralRule first(
            long candidates, StructuralRule.Strength strength, Direction direction, String normalised) {
        for (long left = candidates; left != 0; left &= left - 1) {
            StructuralRule rule = rules.get(Long.numberOfTrailingZeros(left));
            if (rule.strength() == strength && rule.matches(direction, normalised)) {
                return rule;
            }
        }
        return null;
    }

    /** All rules in their order. */
    public List<StructuralRule> rules() {
        return rules;
    }
}
