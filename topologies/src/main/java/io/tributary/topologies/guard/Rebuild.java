package io.tributary.topologies.guard;

import io.tributary.avro.ChangeKind;
import io.tributary.avro.ClassifiedTransaction;
import io.tributary.avro.Job;
import io.tributary.avro.state.FeaturePhase;
import io.tributary.topologies.flow.Feature;
import io.tributary.topologies.flow.JobEnded;
import io.tributary.topologies.flow.LedgerChange;
import io.tributary.topologies.flow.Origin;
import io.tributary.topologies.flow.Place;
import io.tributary.topologies.flow.Reach;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;

/**
 * Makes one user's rows of one feature anew, in steps: removes them, then walks the user's entries in time order, so that
 * a feature that looks back judges each as it did in life, when it was the newest. The features it needs are asked what
 * they would have said at that place.
 */
final class Rebuild {

    private final GuardConfig config;
    private final Marks marks;
    private final LedgerWalk ledger;
    private final Function<String, List<Job>> endedJobs;
    private final Delivery delivery;

    Rebuild(
            GuardConfig config,
            Marks marks,
            LedgerWalk ledger,
            Function<String, List<Job>> endedJobs,
            Delivery delivery) {
        this.config = config;
        this.marks = marks;
        this.ledger = ledger;
        this.endedJobs = endedJobs;
        this.delivery = delivery;
    }

    /** Does a step of at most {@code rows} rows; says how many it took. */
    int step(Standing standing, Origin origin, int rows) {
        int taken = 0;
        if (standing.phase() == FeaturePhase.CLEARING) {
            taken = delivery.clear(standing.feature(), standing.user(), rows);
            if (taken < rows) {
                standing.enter(FeaturePhase.WALKING);
            }
        }
        if (standing.phase() == FeaturePhase.WALKING && taken < rows) {
            taken += walk(standing, origin, rows - taken);
        }
        standing.stepDone();
        marks.save(standing);
        return taken;
    }

    private int walk(Standing standing, Origin origin, int rows) {
        List<Place> places = ledger.after(standing.user(), standing.walked(), rows);
        for (Place place : places) {
            standing.walk(place);
            ClassifiedTransaction entry = ledger.find(standing.user(), place);
            if (entry != null && !standing.skipped().contains(place.transactionId())) {
                visit(standing, entry, origin);
            }
            if (!standing.isRunning()) {
                return rows;
            }
        }
        if (places.size() < rows) {
            retell(standing, origin);
            standing.enter(FeaturePhase.REBUILT);
        }
        return places.size();
    }

    private void visit(Standing standing, ClassifiedTransaction entry, Origin origin) {
        boolean news = standing.isNews(entry.getSourceOffset()) && entry.getChangeKind() != ChangeKind.RESTATED;
        Reach reach = new Reach(standing.feature().name(), standing.walked());
        LedgerChange change = new LedgerChange(standing.userId(), null, entry, origin, !news, reach);
        Failure failure = delivery.carefully(standing.feature(), change);
        if (failure != null) {
            skip(standing, entry.getTransactionId(), failure, origin);
        }
    }

    /** Ended jobs are told again at the end: they are no part of the ledger, and one may have been missed. */
    private void retell(Standing standing, Origin origin) {
        Reach reach = Reach.only(standing.feature().name());
        for (Job job : endedJobs.apply(standing.userId())) {
            Failure failure = delivery.carefully(standing.feature(), new JobEnded(origin, job, true, reach));
            if (failure != null) {
                delivery.tell(failure, standing.feature(), origin, "The feature failed on job " + job.getJobId() + '.');
            }
        }
    }

    /** A change for a user whose feature is being rebuilt, or had to leave rows out. */
    void live(Standing standing, LedgerChange change) {
        if (retries(standing, change)) {
            return;
        }
        ClassifiedTransaction before = standing.known(change.before());
        ClassifiedTransaction after = standing.known(change.after());
        if (before == null && after == null) {
            return;
        }
        Feature feature = standing.feature();
        Reach reach = new Reach(feature.name(), standing.phase() == FeaturePhase.REBUILT ? null : standing.walked());
        Failure failure = delivery.carefully(feature, change.seen(before, after, reach));
        if (failure == null) {
            return;
        }
        skip(standing, idOf(change), failure, change.origin());
        if (before != null && delivery.carefully(feature, change.seen(before, null, reach)) != null) {
            // It cannot take out what it once took in: it starts over, without that transaction.
            standing.restart(change.origin().offset());
        }
        marks.save(standing);
    }

    /**
     * A transaction that was left out has changed: it is tried again. Behind the walk all starts over, as what the feature
     * made of other transactions may rest on those that it needs, which have not left it out.
     */
    private boolean retries(Standing standing, LedgerChange change) {
        if (!standing.skipped().remove(idOf(change))) {
            return false;
        }
        if (standing.known(change.before()) != null || standing.known(change.after()) != null) {
            standing.restart(change.origin().offset());
            delivery.renew(standing.feature());
        }
        marks.save(standing);
        return true;
    }

    private static String idOf(LedgerChange change) {
        ClassifiedTransaction entry = change.after() == null ? change.before() : change.after();
        return Objects.requireNonNull(entry).getTransactionId();
    }

    private void skip(Standing standing, String transactionId, Failure failure, Origin origin) {
        standing.skipped().add(transactionId);
        delivery.tell(
                failure, standing.feature(), origin, "The feature goes on without transaction " + transactionId + '.');
        if (standing.skipped().size() >= config.mostSkipped()) {
            standing.enter(FeaturePhase.GIVEN_UP);
        }
    }
}
