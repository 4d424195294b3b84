package io.tributary.topologies.classify.lexicon;

import io.tributary.topologies.classify.lexicon.MerchantDictionary.Alias;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Spellings that nobody writes and statements show: {@code WHOLE FOODS MAR}, as card networks leave a merchant 22 to 25
 * characters, and {@code WHOLEFOODSMARKET}, as web shops write themselves. Those that two merchants share are left out.
 */
final class CutOff {

    /** Fewer letters are left of too many names. */
    private static final int FEWEST_LETTERS = 7;

    /** Behind whole words that many letters of the next say enough. */
    private static final int FEWEST_LETTERS_OF_NEXT_WORD = 2;

    private static final int SHARED = -1;

    private CutOff() {}

    /** The spellings of several words, written as one. */
    static Map<String, Integer> joined(List<Alias> aliases) {
        Set<String> known = aliases.stream().map(Alias::phrase).collect(Collectors.toUnmodifiableSet());
        Map<String, Integer> joined = new HashMap<>();
        for (Alias alias : aliases) {
            String one = alias.phrase().replace(" ", "");
            if (one.length() >= FEWEST_LETTERS && !known.contains(one)) {
                joined.merge(one, alias.merchant(), CutOff::same);
            }
        }
        joined.values().removeIf(merchant -> merchant == SHARED);
        return joined;
    }

    /** The spellings without the end of their last word. What is left of that word is no other word: AMERICAN is one. */
    static Map<String, Integer> phrases(List<Alias> aliases) {
        Set<String> words = aliases.stream()
                .flatMap(alias -> Stream.of(alias.phrase().split(" ")))
                .collect(Collectors.toUnmodifiableSet());
        Map<String, Integer> cut = new HashMap<>();
        for (Alias alias : aliases) {
            String phrase = alias.phrase();
            int lastWord = phrase.lastIndexOf(' ') + 1;
            for (int end = fewest(phrase, lastWord); end < phrase.length(); end++) {
                if (!words.contains(phrase.substring(lastWord, end))) {
                    cut.merge(phrase.substring(0, end), alias.merchant(), CutOff::same);
                }
            }
        }
        cut.values().removeIf(merchant -> merchant == SHARED);
        return cut;
    }

    private static int fewest(String phrase, int lastWord) {
        return lastWord == 0
                ? Math.max(FEWEST_LETTERS, phrase.length() * 3 / 4)
                : Math.max(FEWEST_LETTERS, lastWord + FEWEST_LETTERS_OF_NEXT_WORD);
    }

    private static int same(int one, int other) {
        return one == other ? one : SHARED;
    }
}
