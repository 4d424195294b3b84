package io.tributary.standalone.drill.oracle;

import java.util.ArrayList;
import java.util.List;

/** Everything that is not as it must be, in the order it was found. May be used from any thread. */
public final class Findings {
    private static final int MOST_KEPT = 1_000;

    private final List<String> sentences = new ArrayList<>();
    private long count;

    /** One more. */
    public synchronized void add(String sentence) {
        count++;
        if (sentences.size() < MOST_KEPT) {
            sentences.add(sentence);
        }
    }

    /** How many there are. */
    public synchronized long count() {
        return count;
    }

    /** The first thousand. */
    public synchronized List<String> sentences() {
        return List.copyOf(sentences);
    }
}
