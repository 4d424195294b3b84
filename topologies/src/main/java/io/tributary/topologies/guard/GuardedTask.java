package io.tributary.topologies.guard;

import io.tributary.topologies.flow.Feature;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The guarded processors of one task, and what they threw since last asked. For the task's thread. */
final class GuardedTask {

    private final Map<String, Guarded> guarded = new HashMap<>();
    private List<Failure> failures = List.of();

    private record Guarded(Feature feature, GuardedProcessor<?, ?, ?, ?> processor) {}

    void add(Feature feature, GuardedProcessor<?, ?, ?, ?> processor) {
        guarded.put(feature.name(), new Guarded(feature, processor));
    }

    /** The processor of a feature of this topology. */
    GuardedProcessor<?, ?, ?, ?> of(Feature feature) {
        return guarded(feature.name()).processor();
    }

    /** Whether the feature of that name has its input through another. */
    boolean needs(String name, Feature other) {
        return guarded(name).feature().needs().contains(other.name());
    }

    private Guarded guarded(String name) {
        Guarded found = guarded.get(name);
        if (found == null) {
            throw new IllegalStateException("the guard does not stand before the feature " + name);
        }
        return found;
    }

    void failed(Failure failure) {
        if (failures.isEmpty()) {
            failures = new ArrayList<>(1);
        }
        failures.add(failure);
    }

    /** What was thrown since last asked. */
    List<Failure> takeFailures() {
        List<Failure> taken = failures;
        failures = List.of();
        return taken;
    }
}
