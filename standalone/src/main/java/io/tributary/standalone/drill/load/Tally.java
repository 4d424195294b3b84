package io.tributary.standalone.drill.load;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

/** Counts by word. May be used from any thread. */
final class Tally {
    private final Map<String, LongAdder> counts = new ConcurrentHashMap<>();

    void add(String word) {
        counts.computeIfAbsent(word, first -> new LongAdder()).increment();
    }

    SortedMap<String, Long> counts() {
        SortedMap<String, Long> sorted = new TreeMap<>();
        counts.forEach((word, count) -> sorted.put(word, count.sum()));
        return sorted;
    }
}
