package io.tributary.topologies.classify.text;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Phrases of whole words with a number each, found by walking a text's words once: the longest phrase that starts at a
 * word. Immutable and shared between threads.
 */
public final class PhraseTrie {

    /** Nothing starts here. */
    public static final long NONE = -1;

    private final long[] edges;
    private final int[] targets;
    private final int[] values;
    private final int mask;

    private PhraseTrie(long[] edges, int[] targets, int[] values) {
        this.edges = edges;
        this.targets = targets;
        this.values = values;
        this.mask = edges.length - 1;
    }

    /**
     * The longest phrase that starts at a word.
     *
     * @return {@link #NONE}, or what {@link #value} and {@link #words} take apart
     */
    public long longest(Words text, int from) {
        long found = NONE;
        int node = 0;
        for (int i = from; i < text.count(); i++) {
            node = next(node, text.hash(i));
            if (node < 0) {
                return found;
            }
            if (values[node] >= 0) {
                found = (long) (i - from + 1) << Integer.SIZE | values[node];
            }
        }
        return found;
    }

    /** The number of a phrase that was found. */
    public static int value(long found) {
        return (int) found;
    }

    /** How many words a phrase that was found has. */
    public static int words(long found) {
        return (int) (found >>> Integer.SIZE);
    }

    private int next(int node, long word) {
        long edge = edge(node, word);
        int slot = slot(edge, mask);
        while (edges[slot] != 0) {
            if (edges[slot] == edge) {
                return targets[slot];
            }
            slot = (slot + 1) & mask;
        }
        return -1;
    }

    private static long edge(int node, long word) {
        long mixed = (word ^ (node * 0x9E3779B97F4A7C15L)) * 0xD6E8FEB86659FD93L;
        mixed ^= mixed >>> 32;
        return mixed == 0 ? 1 : mixed;
    }

    private static int slot(long edge, int mask) {
        return (int) (edge >>> 7) & mask;
    }

    /** Collects phrases. */
    public static final class Builder {

        private final List<long[]> edges = new ArrayList<>();
        private final List<Integer> values = new ArrayList<>(List.of(-1));
        private long[] table = new long[1024];
        private int[] targets = new int[1024];

        /**
         * Adds a phrase in normal form.
         *
         * @throws IllegalArgumentException for an empty phrase, or one that is there already with another number
         */
        public Builder add(String phrase, int value) {
            Words words = Words.of(phrase);
            int node = 0;
            for (int i = 0; i < words.count(); i++) {
                node = step(node, words.hash(i));
            }
            int known = values.get(node);
            if (node == 0 || value < 0 || (known >= 0 && known != value)) {
                throw new IllegalArgumentException("a phrase that is empty or there twice: " + phrase);
            }
            values.set(node, value);
            return this;
        }

        private int step(int node, long word) {
            long edge = edge(node, word);
            int slot = free(edge);
            if (table[slot] == edge) {
                return targets[slot];
            }
            int fresh = values.size();
            values.add(-1);
            edges.add(new long[] {edge, fresh});
            table[slot] = edge;
            targets[slot] = fresh;
            if (edges.size() * 2 > table.length) {
                grow();
            }
            return fresh;
        }

        private int free(long edge) {
            int slot = slot(edge, table.length - 1);
            while (table[slot] != 0 && table[slot] != edge) {
                slot = (slot + 1) & (table.length - 1);
            }
            return slot;
        }

        private void grow() {
            table = new long[table.length * 2];
            targets = new int[table.length];
            for (long[] known : edges) {
                int slot = free(known[0]);
                table[slot] = known[0];
                targets[slot] = (int) known[1];
            }
        }

        /** The phrases added so far. */
        public PhraseTrie build() {
            int[] numbers = values.stream().mapToInt(Integer::intValue).toArray();
            return new PhraseTrie(Arrays.copyOf(table, table.length), Arrays.copyOf(targets, targets.length), numbers);
        }
    }
}
