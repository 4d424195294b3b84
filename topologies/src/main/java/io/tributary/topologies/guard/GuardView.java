package io.tributary.topologies.guard;

import io.tributary.avro.Continue;
import io.tributary.avro.state.FeatureMark;
import io.tributary.avro.state.FeaturePhase;
import io.tributary.avro.state.FeatureVersion;
import io.tributary.topologies.state.Keys;
import io.tributary.topologies.state.RowCodec;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;

/** Reads from the {@code jobs} store which features are not what the ledger makes of them. For one thread. */
public final class GuardView {

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
        each(Keys.prefix(Marks.TYPE, user), marks, mark -> degraded.add(mark.getFeature()));
        each(Backfills.ALL, versions, version -> {
            if (!version.getComplete() && isAhead(version, user)) {
                degraded.add(version.getFeature());
            }
        });
        return degraded;
    }

    /** The next steps of all rebuilds and backfills of the partition: what the pacemaker keeps going. */
    public List<Continue> due() {
        List<Continue> due = new ArrayList<>();
        each(Marks.ALL, marks, mark -> {
            if (mark.getPhase() == FeaturePhase.CLEARING || mark.getPhase() == FeaturePhase.WALKING) {
                due.add(FeatureSteps.step(mark.getUserId(), mark.getFeature(), mark.getStep()));
            }
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
        Bytes end = Keys.after(prefix);
        try (KeyValueIterator<Bytes, byte[]> rows = jobs.range(prefix, end)) {
            while (rows.hasNext()) {
                KeyValue<Bytes, byte[]> row = rows.next();
                if (row.key.compareTo(end) < 0) {
                    seen.accept(codec.decode(row.value));
                }
            }
        }
    }
}
