package io.tributary.topologies.classify.learn;

import io.tributary.avro.Direction;
import io.tributary.topologies.classify.text.Words;

/**
 * The features of a line: hashed character 2- to 5-grams of every padded word, words, pairs of words, and the direction.
 * Numbers, references and masked digits are one and the same feature, so that a store number teaches nothing. Extracted
 * again and again without garbage; belongs to one thread.
 */
public final class TextFeatures {

    /** Features share this many buckets. */
    public static final int BUCKETS = 1 << 18;

    private static final int SHORTEST_GRAM = 2;
    private static final int LONGEST_GRAM = 5;
    private static final int MOST_WORDS = 24;
    private static final int CODE_CHARS = 6;
    private static final int MOST_FEATURES = 8192;
    private static final char PAD = '_';
    private static final long GRAM = 0x9E3779B97F4A7C15L;
    private static final long WORD = 0xC2B2AE3D27D4EB4FL;
    private static final long PAIR = 0x165667B19E3779F9L;
    private static final long WAY = 0x27D4EB2F165667C5L;
    private static final long NUMBER = 0x85EBCA77C2B2AE63L;
    private static final long PRIME = 0x100000001b3L;

    private final byte[] counts = new byte[BUCKETS];
    private final int[] buckets = new int[MOST_FEATURES];
    private int size;

    /** Forgets what was extracted before and extracts the features of a line. */
    public TextFeatures read(Words words, Direction direction) {
        clear();
        long before = 0;
        int last = Math.min(words.count(), MOST_WORDS);
        for (int i = 0; i < last; i++) {
            long word = isCode(words, i) ? NUMBER : words.hash(i);
            add(WORD ^ word);
            if (i > 0) {
                add((before * PRIME ^ word) + PAIR);
            }
            if (word != NUMBER) {
                addGrams(words, i);
            }
            before = word;
        }
        add(direction == Direction.INFLOW ? WAY : ~WAY);
        return this;
    }

    /** Whether a word is a number, a reference or masked, so that its letters say nothing. */
    public static boolean isCode(Words words, int i) {
        int digits = words.digits(i);
        return digits == words.length(i) || (digits >= 2 && words.length(i) >= CODE_CHARS) || words.isMasked(i);
    }

    private void addGrams(Words words, int index) {
        int length = words.length(index) + 2;
        for (int from = 0; from < length; from++) {
            long hash = GRAM;
            int most = Math.min(LONGEST_GRAM, length - from);
            for (int n = 1; n <= most; n++) {
                int at = from + n - 1;
                char c = at == 0 || at == length - 1 ? PAD : words.charAt(index, at - 1);
                hash = (hash ^ c) * PRIME;
                if (n >= SHORTEST_GRAM) {
                    add(hash);
                }
            }
        }
    }

    private void add(long hash) {
        long mixed = (hash ^ (hash >>> 29)) * 0xBF58476D1CE4E5B9L;
        int bucket = (int) (mixed >>> 40) & (BUCKETS - 1);
        if (counts[bucket] == 0) {
            if (size == MOST_FEATURES) {
                return;
            }
            buckets[size++] = bucket;
        }
        if (counts[bucket] < Byte.MAX_VALUE) {
            counts[bucket]++;
        }
    }

    private void clear() {
        for (int i = 0; i < size; i++) {
            counts[buckets[i]] = 0;
        }
        size = 0;
    }

    /** How many different features there are. */
    public int size() {
        return size;
    }

    /** The bucket of a feature. */
    public int bucket(int feature) {
        return buckets[feature];
    }

    /** How often a feature occurs, at least once and at most 127 times. */
    public int count(int feature) {
        return counts[buckets[feature]];
    }
}
