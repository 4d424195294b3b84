package io.tributary.api.docs;

import io.tributary.api.route.Answer;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;

/** Says whether the process lives and whether it can do its work, and which part cannot. */
public final class Health {

    /** What a part says when it is well. */
    public static final String OK = "ok";

    private final Map<String, Supplier<String>> parts;
    private final Supplier<PartitionsView> partitions;

    /**
     * Asks these parts, by name; each answers {@link #OK} or what is wrong in a few words.
     *
     * @param partitions what this instance has of the shared work
     */
    public Health(Map<String, Supplier<String>> parts, Supplier<PartitionsView> partitions) {
        this.parts = new TreeMap<>(parts);
        this.partitions = partitions;
    }

    /** The process answers: it lives. */
    public Answer live() {
        return Answer.ok(new HealthView("up", Map.of()));
    }

    /** 200 when every part is well, else 503. */
    public Answer ready() {
        Map<String, String> states = new TreeMap<>();
        parts.forEach((name, part) -> states.put(name, part.get()));
        boolean ready = states.values().stream().allMatch(OK::equals);
        return Answer.of(ready ? 200 : 503, new HealthView(ready ? "up" : "down", states));
    }

    /** What this instance has of the shared work. */
    public Answer partitions() {
        return Answer.ok(partitions.get());
    }
}
