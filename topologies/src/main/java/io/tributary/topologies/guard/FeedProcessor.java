package io.tributary.topologies.guard;

import io.tributary.avro.ClassifiedTransaction;
import io.tributary.avro.state.FeaturePhase;
import io.tributary.topologies.flow.Feature;
import io.tributary.topologies.flow.Input;
import io.tributary.topologies.flow.Input.ContinueInput;
import io.tributary.topologies.flow.JobEnded;
import io.tributary.topologies.flow.LedgerChange;
import io.tributary.topologies.flow.Origin;
import io.tributary.topologies.flow.Reach;
import io.tributary.topologies.guard.Backfills.Opening;
import io.tributary.topologies.job.JobView;
import io.tributary.topologies.state.StoreNames;
import io.tributary.topologies.state.UserKeys;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/**
 * Hands the features what the ledger tells: all of it to all of them, unless one of them is being rebuilt for the user.
 * Then each gets what it is to know, those that others need before the others. Node {@value #NODE}, store {@code jobs},
 * key types {@code g}, {@code s} and {@code w}; reads {@code ledger}.
 */
final class FeedProcessor implements Processor<String, Object, String, Object> {

    /** The node's name. */
    static final String NODE = "feature-feed";

    private final GuardConfig config;
    private final List<Feature> features;
    private final FeatureGuard guard;
    private final UserKeys users = new UserKeys();
    private ProcessorContext<String, Object> context;
    private Delivery delivery;
    private @Nullable Opened opened;

    /** What is read from the stores before the first record, and not in {@code init}: a start writes nothing. */
    private record Opened(Marks marks, Backfills backfills, LedgerWalk ledger, Rebuild rebuild) {}

    @SuppressWarnings("NullAway.Init") // Streams calls init before anything else.
    FeedProcessor(GuardConfig config, List<Feature> features, FeatureGuard guard) {
        this.config = config;
        this.features = features;
        this.guard = guard;
    }

    @Override
    public void init(ProcessorContext<String, Object> taskContext) {
        context = taskContext;
        delivery = new Delivery(taskContext, guard.task(taskContext.taskId()));
        opened = null;
    }

    @Override
    public void close() {
        guard.close(context.taskId());
    }

    @Override
    public void process(Record<String, Object> record) {
        Object value = record.value();
        if (opened == null) {
            opened = open(value);
        }
        if (value instanceof LedgerChange change) {
            change(change);
        } else if (value instanceof JobEnded ended) {
            ended(ended);
        } else if (value instanceof ContinueInput next) {
            proceed(next);
        }
    }

    private Opened open(Object first) {
        KeyValueStore<Bytes, byte[]> jobs = context.getStateStore(StoreNames.JOBS);
        LedgerWalk ledger = new LedgerWalk(context.getStateStore(StoreNames.LEDGER));
        Marks marks = new Marks(jobs, features);
        Backfills backfills = new Backfills(jobs);
        backfills.open(features, marks, ledger, opening(first));
        JobView view = new JobView(jobs);
        return new Opened(marks, backfills, ledger, new Rebuild(config, marks, ledger, view::ended, delivery));
    }

    private static Opening opening(Object first) {
        if (first instanceof LedgerChange change) {
            ClassifiedTransaction fresh = change.before() == null ? change.after() : null;
            return new Opening(change.origin().offset(), fresh);
        }
        Origin origin = first instanceof JobEnded ended ? ended.origin() : ((Input) first).origin();
        return new Opening(origin.offset(), null);
    }

    private Opened opened() {
        return Objects.requireNonNull(opened);
    }

    private void change(LedgerChange change) {
        Map<String, Standing> marks = opened().marks().of(change.user());
        if (marks.isEmpty() && !isAheadForAny(change.user())) {
            fell(delivery.send(change), change.user(), change.origin());
            return;
        }
        for (Feature feature : features) {
            if (!isAhead(feature, change.user())) {
                change(feature, marks.get(feature.name()), change);
            }
        }
    }

    /** A change for one feature, where not all of them stand alike. */
    private void change(Feature feature, @Nullable Standing standing, LedgerChange change) {
        if (standing == null || (standing.phase() == FeaturePhase.REBUILT && !isSkipped(standing, change))) {
            LedgerChange only = change.seen(change.before(), change.after(), Reach.only(feature.name()));
            delivery.send(only).stream()
                    .findFirst()
                    .ifPresent(failure -> fell(failure, feature, change.user(), change.origin()));
        } else if (standing.phase() != FeaturePhase.GIVEN_UP) {
            opened().rebuild().live(standing, change);
        }
    }

    private static boolean isSkipped(Standing standing, LedgerChange change) {
        ClassifiedTransaction entry = change.after() == null ? change.before() : change.after();
        return entry != null && standing.skipped().contains(entry.getTransactionId());
    }

    private void ended(JobEnded ended) {
        String user = ended.job().getUserId();
        if (opened().marks().of(user).isEmpty() && !isAheadForAny(user)) {
            fell(delivery.send(ended), user, ended.origin());
            return;
        }
        for (Feature feature : features) {
            Standing standing = opened().marks().of(user, feature);
            // One that is being rebuilt is told at the end.
            if (!isAhead(feature, user) && (standing == null || standing.phase() == FeaturePhase.REBUILT)) {
                Reach reach = Reach.only(feature.name());
                delivery.send(new JobEnded(ended.origin(), ended.job(), false, reach)).stream()
                        .findFirst()
                        .ifPresent(failure -> fell(failure, feature, user, ended.origin()));
            }
        }
    }

    /** A step of a rebuild or a backfill, where it names the one that is next. */
    private void proceed(ContinueInput input) {
        Feature feature = FeatureSteps.featureOf(input.next(), features);
        if (feature == null) {
            return;
        }
        String user = input.next().getUserId();
        long step = input.next().getStep();
        if (user.isEmpty()) {
            if (opened().backfills().step(feature) == step) {
                opened().backfills()
                        .advance(
                                feature,
                                opened().marks(),
                                opened().ledger(),
                                opened().rebuild(),
                                input.origin(),
                                config.rows());
            }
            return;
        }
        Standing standing = opened().marks().of(user, feature);
        if (standing != null && standing.isRunning() && standing.step() == step && !waits(standing)) {
            int unused = opened().rebuild().step(standing, input.origin(), config.rows());
        }
    }

    private boolean waits(Standing standing) {
        Feature feature = standing.feature();
        return opened().marks().waits(standing.userId(), feature.needs())
                || features.stream()
                        .filter(other -> feature.needs().contains(other.name()))
                        .anyMatch(other -> isAhead(other, standing.userId()));
    }

    private boolean isAhead(Feature feature, String userId) {
        return !opened().backfills().isEmpty() && opened().backfills().isAhead(feature, users.of(userId));
    }

    private boolean isAheadForAny(String userId) {
        return !opened().backfills().isEmpty() && features.stream().anyMatch(feature -> isAhead(feature, userId));
    }

    private void fell(List<Failure> failures, String userId, Origin origin) {
        failures.forEach(failure -> fell(failure, failure.feature(), userId, origin));
    }

    /** The feature is to be rebuilt for the user, and so is what gets its input through it. */
    private void fell(Failure failure, Feature feature, String userId, Origin origin) {
        for (Feature behind : opened().marks().behind(feature)) {
            if (!isAhead(behind, userId)) {
                var unused = opened().marks().restart(userId, behind, origin.offset());
                delivery.renew(behind);
            }
        }
        delivery.tell(failure, feature, origin, "The feature failed on this record and is rebuilt for its user.");
    }
}
