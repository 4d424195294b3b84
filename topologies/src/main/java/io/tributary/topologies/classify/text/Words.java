package io.tributary.topologies.classify.text;

/**
 * The words of one text in normal form: letters and digits of any script, upper case, accents off, apostrophes closed
 * up, {@code +} after a word spelt PLUS, everything else a gap. Read again and again without garbage; belongs to one
 * thread.
 *
 * <p>The normal form is at most {@value #MOST_CHARS} characters and reads as itself.
 */
public final class Words {

    /** The longest normal form; what goes beyond is cut off. */
    public static final int MOST_CHARS = 512;

    private static final String PLUS = "PLUS";
    private static final long FNV_BASIS = 0xcbf29ce484222325L;
    private static final long FNV_PRIME = 0x100000001b3L;

    private final char[] chars = new char[MOST_CHARS];
    private final int[] starts = new int[MOST_CHARS];
    private final int[] ends = new int[MOST_CHARS];
    private final int[] digits = new int[MOST_CHARS];
    private final long[] hashes = new long[MOST_CHARS];
    private int length;
    private int count;
    private boolean open;

    /** The words of a text that stays as it is: for tables. */
    public static Words of(String text) {
        return new Words().read(text);
    }

    /** The normal form of a text. */
    public static String normalise(String text) {
        return of(text).text();
    }

    /** The hash of a word in normal form, as {@link #hash} gives it. */
    public static long hashOf(String word) {
        long hash = FNV_BASIS;
        for (int i = 0; i < word.length(); i++) {
            hash = (hash ^ word.charAt(i)) * FNV_PRIME;
        }
        return hash;
    }

    /** Forgets what was read before and reads a text. */
    public Words read(String text) {
        length = 0;
        count = 0;
        open = false;
        append(text);
        return this;
    }

    /** Reads more words behind those already read. */
    public Words append(String text) {
        close();
        String source = isAscii(text) ? text : Folding.fold(text);
        int last = source.length();
        for (int i = 0; i < last; i++) {
            char c = source.charAt(i);
            if (isWord(c)) {
                put(upper(c));
            } else if (c == '+' && open && (i + 1 == last || !isWord(source.charAt(i + 1)))) {
                spellPlus();
            } else if (!isApostrophe(c)) {
                close();
            }
        }
        close();
        return this;
    }

    private void spellPlus() {
        close();
        for (int i = 0; i < PLUS.length(); i++) {
            put(PLUS.charAt(i));
        }
        close();
    }

    private void put(char c) {
        if (!open) {
            int gap = count == 0 ? 0 : 1;
            if (length + gap >= MOST_CHARS) {
                return;
            }
            if (gap == 1) {
                chars[length++] = ' ';
            }
            starts[count] = length;
            digits[count] = 0;
            hashes[count] = FNV_BASIS;
            open = true;
        }
        if (length >= MOST_CHARS) {
            return;
        }
        chars[length++] = c;
        if (c >= '0' && c <= '9') {
            digits[count]++;
        }
        hashes[count] = (hashes[count] ^ c) * FNV_PRIME;
    }

    private void close() {
        if (open) {
            ends[count] = length;
            count++;
            open = false;
        }
    }

    private static boolean isAscii(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) > 127) {
                return false;
            }
        }
        return true;
    }

    private static char upper(char c) {
        return c >= 'a' && c <= 'z' ? (char) (c - 32) : c;
    }

    private static boolean isWord(char c) {
        if (c <= 127) {
            return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
        }
        // Vowel signs of Indic scripts are marks; without them the words would fall apart.
        return Character.isLetterOrDigit(c)
                || Character.getType(c) == Character.NON_SPACING_MARK
                || Character.getType(c) == Character.COMBINING_SPACING_MARK;
    }

    static boolean isApostrophe(char c) {
        return c == '\'' || c == '\u2019' || c == '\u2018' || c == '`' || c == '\u02BC' || c == '\u00B4';
    }

    /** How many words there are. */
    public int count() {
        return count;
    }

    /** The normal form: the words with single spaces. */
    public String text() {
        return new String(chars, 0, length);
    }

    /** A word. */
    public String word(int index) {
        return new String(chars, starts[index], length(index));
    }

    /** A word's hash: equal for equal words, and in practice only for those. */
    public long hash(int index) {
        return hashes[index];
    }

    /** How many characters a word has. */
    public int length(int index) {
        return ends[index] - starts[index];
    }

    /** How many of a word's characters are the digits 0 to 9. */
    public int digits(int index) {
        return digits[index];
    }

    /** A character of a word. */
    public char charAt(int index, int position) {
        return chars[starts[index] + position];
    }

    /** Whether a word hides digits or letters behind a run of X or is nothing but X: XXXX, X1234, XX12. */
    public boolean isMasked(int index) {
        int crosses = 0;
        for (int i = 0; i < length(index); i++) {
            if (charAt(index, i) == 'X') {
                crosses++;
            }
        }
        return crosses > 0 && length(index) > 1 && crosses + digits(index) == length(index);
    }
}
