package io.tributary.topologies.guard;

import io.tributary.avro.ClassifiedTransaction;
import io.tributary.avro.state.FeatureVersion;
import io.tributary.topologies.flow.Feature;
import io.tributary.topologies.flow.Origin;
import io.tributary.topologies.state.Keys;
import io.tributary.topologies.state.RowCodec;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/**
 * Which version of each feature made the rows of this partition: key type {@code w} of the {@code jobs} store. Where the
 * code has another, or the feature is new over a ledger that is not, users are rebuilt one after the other in the order of
 * their keys; those that are still to come see nothing of it.
 */
final class Backfills {

    static final Bytes ALL = Bytes.wrap(new byte[] {'w'});

    private final KeyValueStore<Bytes, byte[]> jobs;
    private final RowCodec<FeatureVersion> codec = new RowCodec<>(FeatureVersion.getClassSchema());
    private final Map<String, Backfill> open = new HashMap<>();

    /**
     * A backfill that is not over.
     *
     * @param row how far it is
     * @param user key of the last user taken up; null before the first
     */
    private record Backfill(FeatureVersion row, @Nullable Bytes user) {

        Backfill(FeatureVersion row) {
            this(row, row.getUserId() == null ? null : Bytes.wrap(Keys.user(row.getUserId())));
        }
    }

    Backfills(KeyValueStore<Bytes, byte[]> jobs) {
        this.jobs = jobs;
    }

    static Bytes key(String feature) {
        byte[] name = feature.getBytes(StandardCharsets.UTF_8);
        return Bytes.wrap(
                ByteBuffer.allocate(1 + name.length).put((byte) 'w').put(name).array());
    }

    /** Compares the features with the rows, and lets begin what is to be backfilled; {@code fresh} is no history. */
    void open(List<Feature> features, Marks marks, LedgerWalk ledger, Opening opening) {
        Map<String, FeatureVersion> rows = rows();
        boolean empty = ledger.isEmptyBut(opening.fresh());
        Set<String> stale = new HashSet<>();
        for (Feature feature : features) {
            FeatureVersion row = rows.remove(feature.name());
            boolean behind = feature.needs().stream().anyMatch(stale::contains);
            if (row != null && row.getVersion() == feature.version() && !behind) {
                note(row);
            } else if (empty) {
                write(version(feature, true, opening.offset()));
            } else {
                stale.add(feature.name());
                marks.forget(feature);
                write(version(feature, false, opening.offset()));
            }
        }
        // A feature that is off misses what happens: it is new when it is switched on again.
        rows.keySet().forEach(off -> jobs.put(key(off), null));
    }

    /**
     * The record at which a task begins.
     *
     * @param offset its offset
     * @param fresh the entry that it made; null where it made none
     */
    record Opening(long offset, @Nullable ClassifiedTransaction fresh) {}

    boolean isEmpty() {
        return open.isEmpty();
    }

    /** Whether the feature is still to be filled for a user, whom the backfill has not yet taken up. */
    boolean isAhead(Feature feature, byte[] user) {
        Backfill backfill = open.get(feature.name());
        return backfill != null && (backfill.user() == null || backfill.user().compareTo(Bytes.wrap(user)) < 0);
    }

    /** The step that a feature's backfill stands at; -1 where it has none, or one it needs is not done. */
    long step(Feature feature) {
        Backfill backfill = open.get(feature.name());
        boolean waits = feature.needs().stream().anyMatch(open::containsKey);
        return backfill == null || waits ? -1 : backfill.row().getStep();
    }

    /** Does a step: users one after the other, until so many rows have been looked at. */
    void advance(Feature feature, Marks marks, LedgerWalk ledger, Rebuild rebuild, Origin origin, int rows) {
        Backfill backfill = open.get(feature.name());
        if (backfill == null) {
            return;
        }
        FeatureVersion row = backfill.row();
        String userId = row.getUserId();
        int left = rows;
        while (left > 0) {
            Standing standing = userId == null ? null : marks.of(userId, feature);
            if (standing == null || !standing.isRunning() || marks.waits(standing.userId(), feature.needs())) {
                userId = ledger.userAfter(userId == null ? null : Keys.user(userId));
                if (userId == null) {
                    write(version(feature, true, row.getSince()));
                    return;
                }
                standing = marks.restart(userId, feature, row.getSince());
                left--;
            } else {
                left -= Math.max(1, rebuild.step(standing, origin, left));
            }
        }
        write(new FeatureVersion(feature.name(), feature.version(), false, row.getStep() + 1, row.getSince(), userId));
    }

    private static FeatureVersion version(Feature feature, boolean complete, long offset) {
        return new FeatureVersion(feature.name(), feature.version(), complete, 0L, offset, null);
    }

    private void write(FeatureVersion row) {
        jobs.put(key(row.getFeature()), codec.encode(row));
        note(row);
    }

    private void note(FeatureVersion row) {
        if (row.getComplete()) {
            open.remove(row.getFeature());
        } else {
            open.put(row.getFeature(), new Backfill(row));
        }
    }

    private Map<String, FeatureVersion> rows() {
        List<FeatureVersion> found = new ArrayList<>();
        Bytes end = Keys.after(ALL);
        try (KeyValueIterator<Bytes, byte[]> rows = jobs.range(ALL, end)) {
            while (rows.hasNext()) {
                KeyValue<Bytes, byte[]> row = rows.next();
                if (row.key.compareTo(end) < 0) {
                    found.add(codec.decode(row.value));
                }
            }
        }
        Map<String, FeatureVersion> byFeature = new HashMap<>();
        found.forEach(row -> byFeature.put(row.getFeature(), row));
        return byFeature;
    }
}
