package io.tributary.topologies.guard;

import io.tributary.avro.Continue;
import io.tributary.topologies.flow.Feature;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a {@link Continue} names the step of a feature's rebuild: the user and {@code feature|NAME}; no user for the backfill
 * of a partition.
 */
final class FeatureSteps {

    private static final String PREFIX = "feature|";

    private FeatureSteps() {}

    static Continue step(String userId, String feature, long step) {
        return new Continue(userId, PREFIX + feature, step);
    }

    static @Nullable Feature featureOf(Continue next, List<Feature> features) {
        return features.stream()
                .filter(feature -> next.getJobId().equals(PREFIX + feature.name()))
                .findFirst()
                .orElse(null);
    }
}
