package io.tributary.topologies.guard;

import io.tributary.avro.state.FeatureMark;
import io.tributary.topologies.flow.Feature;
import io.tributary.topologies.state.Keys;
import io.tributary.topologies.state.RowCodec;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/**
 * Whose features are not what the ledger makes of them: key type {@code g} of the {@code jobs} store, all of it on the heap
 * too, as each change has to ask and hardly any user is marked.
 */
final class Marks {

    static final char TYPE = 'g';
    static final Bytes ALL = Bytes.wrap(new byte[] {TYPE});

    private final KeyValueStore<Bytes, byte[]> jobs;
    private final List<Feature> features;
    private final RowCodec<FeatureMark> codec = new RowCodec<>(FeatureMark.getClassSchema());
    private final Map<String, Map<String, Standing>> byUser = new HashMap<>();

    /** Reads the marks, and removes those of features that are off. */
    Marks(KeyValueStore<Bytes, byte[]> jobs, List<Feature> features) {
        this.jobs = jobs;
        this.features = features;
        Map<String, Feature> on = new HashMap<>();
        features.forEach(feature -> on.put(feature.name(), feature));
        for (FeatureMark row : rows()) {
            Feature feature = on.get(row.getFeature());
            if (feature == null) {
                jobs.put(key(Keys.user(row.getUserId()), row.getFeature()), null);
            } else {
                keep(Standing.of(row, feature));
            }
        }
    }

    static Bytes key(byte[] user, String feature) {
        return Keys.text(TYPE, user, feature);
    }

    boolean isEmpty() {
        return byUser.isEmpty();
    }

    /** The user's marks by feature. */
    Map<String, Standing> of(String userId) {
        return byUser.getOrDefault(userId, Map.of());
    }

    @Nullable
    Standing of(String userId, Feature feature) {
        return of(userId).get(feature.name());
    }

    /** Lets the rebuild of a feature begin, or begin again, and says of which it is one. */
    Standing restart(String userId, Feature feature, long offset) {
        Standing standing = of(userId, feature);
        if (standing == null) {
            standing = Standing.fresh(userId, feature, offset);
        } else {
            standing.restart(offset);
        }
        save(standing);
        return standing;
    }

    /** Writes a mark as it now is; where nothing is left to say, removes it. */
    void save(Standing standing) {
        Bytes key = key(standing.user(), standing.feature().name());
        if (!standing.isRunning() && standing.skipped().isEmpty()) {
            drop(standing);
            jobs.put(key, null);
        } else {
            keep(standing);
            jobs.put(key, codec.encode(standing.row()));
        }
    }

    /** Forgets all marks of a feature: everybody's rows are made anew. */
    void forget(Feature feature) {
        List<Standing> all = new ArrayList<>();
        byUser.values().forEach(marks -> {
            Standing standing = marks.get(feature.name());
            if (standing != null) {
                all.add(standing);
            }
        });
        for (Standing standing : all) {
            drop(standing);
            jobs.put(key(standing.user(), feature.name()), null);
        }
    }

    /** Whether a feature that this one needs is itself still to be rebuilt. */
    boolean waits(String userId, Set<String> needs) {
        Map<String, Standing> marks = of(userId);
        return needs.stream().map(marks::get).anyMatch(other -> other != null && other.isRunning());
    }

    /** The features that a failure of one concerns: itself, and those that get their input through it. */
    List<Feature> behind(Feature failed) {
        return features.stream()
                .filter(other -> other.equals(failed) || other.needs().contains(failed.name()))
                .toList();
    }

    private void keep(Standing standing) {
        byUser.computeIfAbsent(standing.userId(), unused -> new HashMap<>(2))
                .put(standing.feature().name(), standing);
    }

    private void drop(Standing standing) {
        Map<String, Standing> marks = byUser.get(standing.userId());
        if (marks != null) {
            marks.remove(standing.feature().name());
            if (marks.isEmpty()) {
                byUser.remove(standing.userId());
            }
        }
    }

    private List<FeatureMark> rows() {
        List<FeatureMark> found = new ArrayList<>();
        Bytes end = Keys.after(ALL);
        try (KeyValueIterator<Bytes, byte[]> rows = jobs.range(ALL, end)) {
            while (rows.hasNext()) {
                KeyValue<Bytes, byte[]> row = rows.next();
                if (row.key.compareTo(end) < 0) {
                    found.add(codec.decode(row.value));
                }
            }
        }
        return found;
    }
}
