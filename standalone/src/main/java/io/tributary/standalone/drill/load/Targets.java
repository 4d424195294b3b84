package io.tributary.standalone.drill.load;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;

/** The newest transactions of each user that the log has and whose producer will not change what they are. */
final class Targets {
    private static final int KEPT = 200;

    private final Map<String, List<String>> ids = new ConcurrentHashMap<>();

    /** The log has one more. */
    void add(String user, String id) {
        List<String> known = ids.computeIfAbsent(user, first -> new ArrayList<>(KEPT));
        synchronized (known) {
            if (known.size() == KEPT) {
                known.remove(0);
            }
            known.add(id);
        }
    }

    /** One of the user's. */
    Optional<String> any(String user, Random random) {
        List<String> known = ids.get(user);
        if (known == null) {
            return Optional.empty();
        }
        synchronized (known) {
            return Optional.of(known.get(random.nextInt(known.size())));
        }
    }
}
