package io.tributary.topologies.guard;

import io.tributary.topologies.flow.Feature;
import io.tributary.topologies.state.StoreNames;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.kstream.KStream;
import org.apache.kafka.streams.kstream.Named;
import org.apache.kafka.streams.processor.TaskId;
import org.jspecify.annotations.Nullable;

/**
 * The one guard of a topology: stands between the ledger and the features, hands them what the ledger tells, and marks
 * and rebuilds those that throw, are new, or have another version than the rows. A feature is guarded by being listed here.
 */
public final class FeatureGuard {

    private final GuardConfig config;
    private final List<Feature> features;
    private final Map<TaskId, GuardedTask> tasks = new ConcurrentHashMap<>();

    /**
     * A guard.
     *
     * @param features all features of the topology, each after those that it needs
     */
    public FeatureGuard(GuardConfig config, List<Feature> features) {
        this.config = config;
        this.features = List.copyOf(features);
        Set<String> known = new HashSet<>();
        for (Feature feature : features) {
            if (!known.containsAll(feature.needs())) {
                throw new IllegalArgumentException(
                        "features: " + feature.name() + " must come after " + feature.needs());
            }
            known.add(feature.name());
        }
    }

    /** The configuration to build the topology with: as given, with the guard before the features. */
    public Properties wrapping(Properties properties) {
        Properties wrapping = new Properties();
        wrapping.putAll(properties);
        Object before = wrapping.put(StreamsConfig.PROCESSOR_WRAPPER_CLASS_CONFIG, GuardWrapper.class);
        if (before != null) {
            wrapping.put(GuardWrapper.INNER, before);
        }
        wrapping.put(GuardWrapper.GUARD, this);
        return wrapping;
    }

    /** From what the ledger tells to what the features are to see of it. */
    public FeatureStreams apply(KStream<String, Object> told) {
        KStream<String, Object> all = told.process(
                () -> new FeedProcessor(config, features, this),
                Named.as(FeedProcessor.NODE),
                StoreNames.LEDGER,
                StoreNames.JOBS);
        return new FeatureStreams(
                FeedOutlets.CHANGES.open(all), FeedOutlets.JOBS_ENDED.open(all), FeedOutlets.DEAD_LETTERS.open(all));
    }

    /** The feature whose node that is; null where it is none's. */
    @Nullable
    Feature featureAt(String node) {
        return features.stream()
                .filter(feature -> feature.node().equals(node))
                .findFirst()
                .orElse(null);
    }

    /** What the guarded processors of a task share. */
    GuardedTask task(TaskId id) {
        return tasks.computeIfAbsent(id, unused -> new GuardedTask());
    }

    /** The task is gone. */
    void close(TaskId id) {
        tasks.remove(id);
    }
}
