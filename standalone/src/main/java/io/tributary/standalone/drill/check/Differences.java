package io.tributary.standalone.drill.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** Where two tables differ. */
final class Differences {
    private Differences() {}

    /** A sentence for every key whose value is not as expected, is missing, or is too much. */
    static <V> List<String> of(Map<String, V> expected, Map<String, V> found) {
        TreeSet<String> keys = new TreeSet<>(expected.keySet());
        keys.addAll(found.keySet());
        List<String> differences = new ArrayList<>();
        for (String key : keys) {
            V wanted = expected.get(key);
            V is = found.get(key);
            if (wanted == null) {
                differences.add("%s is %s but must not be".formatted(key, is));
            } else if (!wanted.equals(is)) {
                differences.add("%s must be %s but is %s".formatted(key, wanted, is == null ? "missing" : is));
            }
        }
        return differences;
    }
}
