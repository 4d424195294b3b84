package io.tributary.topologies.guard;

import io.tributary.avro.ClassifiedTransaction;
import io.tributary.avro.state.FeatureMark;
import io.tributary.avro.state.FeaturePhase;
import io.tributary.topologies.flow.Feature;
import io.tributary.topologies.flow.Place;
import io.tributary.topologies.state.Keys;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A mark as a task works with it: one feature, for one user, that is being rebuilt or had to leave rows out. */
final class Standing {

    private final String userId;
    private final byte[] user;
    private final Feature feature;
    private final Set<String> skipped = new LinkedHashSet<>();
    private FeaturePhase phase = FeaturePhase.CLEARING;
    private long step;
    private long since;
    private @Nullable Place walked;
    private boolean settled;

    private Standing(String userId, Feature feature, long since) {
        this.userId = userId;
        this.user = Keys.user(userId);
        this.feature = feature;
        this.since = since;
    }

    /** At the start of a rebuild. */
    static Standing fresh(String userId, Feature feature, long since) {
        return new Standing(userId, feature, since);
    }

    static Standing of(FeatureMark row, Feature feature) {
        Standing standing = new Standing(row.getUserId(), feature, row.getSince());
        standing.skipped.addAll(row.getSkipped());
        standing.phase = row.getPhase();
        standing.step = row.getStep();
        standing.settled = !standing.isRunning();
        standing.walked = row.getWalkedId() == null ? null : new Place(row.getWalkedAt(), row.getWalkedId());
        return standing;
    }

    FeatureMark row() {
        return new FeatureMark(
                userId,
                feature.name(),
                phase,
                step,
                since,
                walked == null ? null : walked.at(),
                walked == null ? null : walked.transactionId(),
                new ArrayList<>(skipped));
    }

    /** Starts over. What failed before stays left out. */
    void restart(long offset) {
        phase = FeaturePhase.CLEARING;
        walked = null;
        since = Math.min(since, offset);
        step++;
    }

    String userId() {
        return userId;
    }

    byte[] user() {
        return user;
    }

    Feature feature() {
        return feature;
    }

    long step() {
        return step;
    }

    void stepDone() {
        step++;
    }

    FeaturePhase phase() {
        return phase;
    }

    void enter(FeaturePhase next) {
        phase = next;
    }

    /** Whether steps are left to do. */
    boolean isRunning() {
        return phase == FeaturePhase.CLEARING || phase == FeaturePhase.WALKING;
    }

    /** Notes whether its row stands among the settled ones; says whether that is another place than before. */
    boolean settles(boolean now) {
        boolean moves = settled != now;
        settled = now;
        return moves;
    }

    @Nullable
    Place walked() {
        return walked;
    }

    void walk(Place place) {
        walked = place;
    }

    /** Whether the feature knows of the place: behind the walk, or at the end of it. */
    boolean knows(Place place) {
        return phase == FeaturePhase.REBUILT || (walked != null && place.compareTo(walked) <= 0);
    }

    /** The entry where the feature knows of it; null where it does not. */
    @Nullable
    ClassifiedTransaction known(@Nullable ClassifiedTransaction entry) {
        return entry != null && knows(Place.of(entry)) ? entry : null;
    }

    /** Whether the entry changed after the feature went blind, by what somebody did and not by a job. */
    boolean isNews(long offset) {
        return offset >= since;
    }

    Set<String> skipped() {
        return skipped;
    }
}
