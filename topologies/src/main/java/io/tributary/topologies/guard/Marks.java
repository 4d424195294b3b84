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
 * Whose features are not what the ledger makes of them: key types {@code g} and {@code s} of the {@code jobs} store, all of
 * it on the heap too, as each change has to ask and hardly any user is marked.
 */
final class Marks {

    /** Of rebuilds that have steps to do. Apart from the others, so that nobody who asks what is to be done reads those. */
    static final char RUNNING = 'g';

    /** Of rebuilds that are over, but had to leave transactions out. */
    static final char SETTLED = 's';

    static final Bytes ALL_RUNNING = Bytes.wrap(new byte[] {RUNNING});
    private static final Bytes ALL_SETTLED = Bytes.wrap(new byte[] {SETTLED});

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
        List<FeatureMark> rows = rows(ALL_RUNNING);
        rows.addAll(rows(ALL_SETTLED));
        for (FeatureMark row : rows) {
            Feature feature = on.get(row.getFeature());
            if (feature == null) {
                remove(Keys.user(row.getUserId()), row.getFeature());
            } else {
                keep(Standing.of(row, feature));
            }
        }
    }

    private static Bytes key(char type, byte[] user, String feature) {
        return Keys.text(type, user, feature);
    }

    private void remove(byte[] user, String feature) {
        jobs.put(key(RUNNING, user, feature), null);
        jobs.put(key(SETTLED, user, feature), null);
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
        String feature = standing.feature().name();
        if (!standing.isRunning() && standing.skipped().isEmpty()) {
            drop(standing);
            remove(standing.user(), feature);
            return;
        }
        boolean running = standing.isRunning();
        keep(standing);
        jobs.put(key(running ? RUNNING : SETTLED, standing.user(), feature), codec.encode(standing.row()));
        if (standing.settles(!running)) {
            jobs.put(key(running ? SETTLED : RUNNING, standing.user(), feature), null);
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
            remove(standing.user(), feature.name());
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

    private List<FeatureMark> rows(Bytes all) {
        List<FeatureMark> found = new ArrayList<>();
        Bytes end = Keys.after(all);
        try (KeyValueIterator<Bytes, byte[]> rows = jobs.range(all, end)) {
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
