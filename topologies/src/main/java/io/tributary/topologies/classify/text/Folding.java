package io.tributary.topologies.classify.text;

import java.text.Normalizer;
import java.util.Locale;

/**
 * Unicode folded so that one name is spelt one way: compatibility forms composed (NFKC), upper case, accents of Latin,
 * Greek and Cyrillic letters off, letters that no decomposition reaches spelt out. Other scripts stay as they are.
 */
final class Folding {

    /** Enough for every string the property test has met; more passes change nothing. */
    private static final int MOST_PASSES = 4;

    private Folding() {}

    static String fold(String text) {
        String folded = text;
        for (int pass = 0; pass < MOST_PASSES; pass++) {
            String next = once(folded);
            if (next.equals(folded)) {
                return folded;
            }
            folded = next;
        }
        return folded;
    }

    private static String once(String text) {
        String upper = Normalizer.normalize(text, Normalizer.Form.NFKC).toUpperCase(Locale.ROOT);
        String decomposed = Normalizer.normalize(upper, Normalizer.Form.NFKD);
        StringBuilder out = new StringBuilder(decomposed.length());
        for (int i = 0; i < decomposed.length(); i++) {
            append(out, decomposed.charAt(i));
        }
        return Normalizer.normalize(out, Normalizer.Form.NFC);
    }

    private static void append(StringBuilder out, char c) {
        switch (c) {
            case 'Ø' -> out.append('O');
            case 'Æ' -> out.append("AE");
            case 'Œ' -> out.append("OE");
            case 'Ł' -> out.append('L');
            case 'Đ', 'Ð' -> out.append('D');
            case 'Þ' -> out.append("TH");
            case 'ẞ', 'ß' -> out.append("SS");
            case 'ı' -> out.append('I');
            default -> {
                // Apostrophes close up here already: what stood on both sides may compose.
                if (!Words.isApostrophe(c) && (c < '\u0300' || c > '\u036F')) {
                    out.append(c);
                }
            }
        }
    }
}
