package io.tributary.api.rebuild;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a rebuild does.
 *
 * @param from the application id whose place is taken
 * @param to the application id that takes it
 * @param cut by partition, the offset of the log at which {@code from} stopped and {@code to} goes on
 * @param values at most so many values are read
 * @param resumed whether an earlier rebuild of {@code to} is gone on with
 */
public record RebuildPlan(String from, String to, Map<Integer, Long> cut, long values, boolean resumed) {

    /** Keeps a copy, in the order of the partitions. */
    public RebuildPlan {
        cut = Collections.unmodifiableMap(new TreeMap<>(cut));
    }
}
