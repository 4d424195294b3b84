package io.tributary.topologies.state;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A bounded map that forgets what was not used longest. For one thread.
 *
 * @param <K> the key
 * @param <V> the value, immutable
 */
public final class RowCache<K, V> {

    private final Map<K, V> rows;

    /** Keeps at most {@code most} values. */
    public RowCache(int most) {
        this.rows = new LinkedHashMap<>(16, 0.75f, true) {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
                return size() > most;
            }
        };
    }

    /** What is kept under the key. */
    public @Nullable V get(K key) {
        return rows.get(key);
    }

    /** Keeps a value. */
    public void put(K key, V value) {
        rows.put(key, value);
    }

    /** Forgets a value. */
    public void remove(K key) {
        rows.remove(key);
    }
}
