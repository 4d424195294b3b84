package io.tributary.topologies.classify.text;

import java.util.Locale;

/**
 * The words of a statement line that name whom it was paid to: how it was paid, wallets in front, store and terminal
 * numbers, masked and telephone numbers, dates, legal forms, cities, states and countries at the end are left out. Read
 * again and again; belongs to one thread.
 */
public final class MerchantText {

    /** The longest key. */
    public static final int MOST_KEY_CHARS = 40;

    private static final int MOST_KEY_WORDS = 3;
    private static final int MOST_NAME_WORDS = 6;
    private static final int STORE_NUMBER_DIGITS = 3;
    private static final int CODE_CHARS = 6;
    private static final Noise NOISE = Noise.load();

    private int first;
    private int end;

    /** Finds the merchant's words. */
    public MerchantText read(Words words) {
        first = NOISE.skipLead(words, 0);
        int behindWallet = NOISE.skipWallet(words, first);
        if (behindWallet < words.count()) {
            first = NOISE.skipLead(words, behindWallet);
        }
        if (first >= words.count()) {
            first = 0;
        }
        end = NOISE.cutTail(words, first, numbersCut(words));
        return this;
    }

    /** Behind the first word goes nothing that looks like a number of a store, card, terminal or telephone. */
    private int numbersCut(Words words) {
        for (int i = first + 1; i < words.count(); i++) {
            if (isCode(words, i)) {
                return i;
            }
        }
        return words.count();
    }

    private static boolean isCode(Words words, int i) {
        int digits = words.digits(i);
        int letters = words.length(i) - digits;
        boolean number = letters == 0 && digits >= STORE_NUMBER_DIGITS;
        boolean reference = digits >= 2 && letters > 0 && words.length(i) >= CODE_CHARS;
        return number || reference || words.isMasked(i);
    }

    /** The first of the merchant's words. */
    public int first() {
        return first;
    }

    /** Behind the last of the merchant's words. */
    public int end() {
        return end;
    }

    /**
     * The same for every branch of a merchant: up to {@value #MOST_KEY_WORDS} of its words, small, joined by {@code -}.
     * Empty where the line names nobody. Words in other scripts than Latin are spelt by their code points' digest.
     */
    public String key(Words words) {
        StringBuilder key = new StringBuilder(MOST_KEY_CHARS);
        int used = 0;
        for (int i = first; i < end && used < MOST_KEY_WORDS; i++) {
            if (words.digits(i) == words.length(i) && (used > 0 || i + 1 >= end)) {
                continue;
            }
            if (used > 0) {
                key.append('-');
            }
            appendSmall(key, words, i);
            used++;
        }
        if (key.length() > MOST_KEY_CHARS) {
            key.setLength(MOST_KEY_CHARS);
        }
        return key.toString();
    }

    private static void appendSmall(StringBuilder key, Words words, int index) {
        int mark = key.length();
        for (int i = 0; i < words.length(index); i++) {
            char c = words.charAt(index, i);
            if (c > 127) {
                key.setLength(mark);
                key.append('x').append(Long.toHexString(words.hash(index)));
                return;
            }
            key.append(c >= 'A' && c <= 'Z' ? (char) (c + 32) : c);
        }
    }

    /** The merchant's words as one would write a name; the whole line's where nothing else is left. */
    public String name(Words words) {
        StringBuilder name = new StringBuilder();
        int last = Math.min(end, first + MOST_NAME_WORDS);
        for (int i = first; i < last; i++) {
            if (i > first) {
                name.append(' ');
            }
            name.append(written(words.word(i)));
        }
        return name.toString();
    }

    private static String written(String word) {
        boolean initials = word.length() <= 3 && word.chars().noneMatch(c -> "AEIOUY".indexOf(c) >= 0);
        return initials ? word : word.charAt(0) + word.substring(1).toLowerCase(Locale.ROOT);
    }
}
