package io.tributary.topologies.guard;

import io.tributary.avro.Continue;
import io.tributary.avro.state.FeatureMark;
import io.tributary.avro.state.FeatureVersion;
import io.tributary.topologies.flow.Feature;
import io.tributary.topologies.state.Keys;
import io.tributary.topologies.state.RowCodec;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;

/** Reads from the {@code jobs} store which features are not what the ledger makes of them. For one thread. */
public final class GuardView {

    /** Users of a partition whose features are rebuilt side by side. */
    public static final int MOST_USERS = 2;

    private final ReadOnlyKeyValueStore<Bytes, byte[]> jobs;
    private final RowCodec<FeatureMark> marks = new RowCodec<>(FeatureMark.getClassSchema());
    private final RowCodec<FeatureVersion> versions = new RowCodec<>(FeatureVersion.getClassSchema());

    /** Reads from {@code jobs}. */
    public GuardView(ReadOnlyKeyValueStore<Bytes, byte[]> jobs) {
        this.jobs = jobs;
    }

    /**
     * The features whose answers about a user are incomplete: being rebuilt or filled, or without transactions that they
     * failed on. In the order of their names.
     */
    public SortedSet<String> degraded(String userId) {
        byte[] user = Keys.user(userId);
        SortedSet<String> degraded = new TreeSet<>();
        each(Keys.prefix(Marks.RUNNING, user), marks, mark -> degraded.add(mark.getFeature()));
        each(Keys.prefix(Marks.SETTLED, user), marks, mark -> degraded.add(mark.getFeature()));
        each(Backfills.ALL, versions, version -> {
            if (!version.getComplete() && isAhead(version, user)) {
                degraded.add(version.getFeature());
            }
        });
        return degraded;
    }

    /**
     * Those of some features whose answers about a user are incomplete. Before the first record after a start nothing has
     * been marked yet: a feature of which there is no version, or another one, is incomplete if the user has a history.
     */
    public SortedSet<String> degraded(String userId, List<Feature> features, BooleanSupplier hasHistory) {
        SortedSet<String> degraded = degraded(userId);
        Map<String, Integer> filled = new HashMap<>();
        each(Backfills.ALL, versions, version -> filled.put(version.getFeature(), version.getVersion()));
        SortedSet<String> asked = new TreeSet<>();
        for (Feature feature : features) {
            boolean other = !Objects.equals(filled.get(feature.name()), feature.version());
            if (degraded.contains(feature.name()) || (other && hasHistory.getAsBoolean())) {
                asked.add(feature.name());
            }
        }
        return asked;
    }

    /**
     * The next steps of rebuilds and backfills of the partition: what the pacemaker keeps going. Rebuilds of
     * {@link #MOST_USERS} users at a time: a feature may throw for everybody, and the others must not wait for all of that.
     */
    public List<Continue> due() {
        List<Continue> due = new ArrayList<>();
        Set<String> users = new HashSet<>();
        eachWhile(Marks.ALL_RUNNING, marks, mark -> {
            users.add(mark.getUserId());
            return users.size() <= MOST_USERS
                    && due.add(FeatureSteps.step(mark.getUserId(), mark.getFeature(), mark.getStep()));
        });
        each(Backfills.ALL, versions, version -> {
            if (!version.getComplete()) {
                due.add(FeatureSteps.step("", version.getFeature(), version.getStep()));
            }
        });
        return due;
    }

    private static boolean isAhead(FeatureVersion version, byte[] user) {
        return version.getUserId() == null || Arrays.compareUnsigned(user, Keys.user(version.getUserId())) > 0;
    }

    private <R extends SpecificRecord> void each(Bytes prefix, RowCodec<R> codec, Consumer<R> seen) {
        eachWhile(prefix, codec, row -> {
            seen.accept(row);
            return true;
        });
    }

    private <R extends SpecificRecord> void eachWhile(Bytes prefix, RowCodec<R> codec, Predicate<R> seen) {
        Bytes end = Keys.after(prefix);
        try (KeyValueIterator<Bytes, byte[]> rows = jobs.range(prefix, end)) {
            boolean more = true;
            while (more && rows.hasNext()) {
                KeyValue<Bytes, byte[]> row = rows.next();
                more = row.key.compareTo(end) < 0 && seen.test(codec.decode(row.value));
            }
        }
    }
}
