package io.tributary.topologies.guard;

import io.tributary.topologies.flow.DeadLetter;
import io.tributary.topologies.flow.Feature;
import io.tributary.topologies.flow.JobEnded;
import io.tributary.topologies.flow.LedgerChange;
import io.tributary.topologies.flow.Origin;
import java.util.List;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Hands things to the features and hears what they threw. */
final class Delivery {

    private static final Logger LOG = LoggerFactory.getLogger(Delivery.class);

    private final ProcessorContext<String, Object> context;
    private final GuardedTask task;

    Delivery(ProcessorContext<String, Object> context, GuardedTask task) {
        this.context = context;
        this.task = task;
    }

    /** Hands over a change; says who threw. */
    List<Failure> send(LedgerChange change) {
        FeedOutlets.CHANGES.send(context, change.user(), change, now(change.origin()));
        return task.takeFailures();
    }

    /** Hands over an ended job; says who threw. */
    List<Failure> send(JobEnded ended) {
        FeedOutlets.JOBS_ENDED.send(context, ended.job().getUserId(), ended, now(ended.origin()));
        return task.takeFailures();
    }

    /** Hands a change to one feature; where that throws, or one that it needs, it is as if it had not happened. */
    @Nullable
    Failure carefully(Feature feature, LedgerChange change) {
        task.of(feature).store().remember();
        return kept(feature, send(change));
    }

    /** As with a change. */
    @Nullable
    Failure carefully(Feature feature, JobEnded ended) {
        task.of(feature).store().remember();
        return kept(feature, send(ended));
    }

    private @Nullable Failure kept(Feature feature, List<Failure> failures) {
        GuardedProcessor<?, ?, ?, ?> processor = task.of(feature);
        if (failures.isEmpty()) {
            processor.store().forget();
            return null;
        }
        processor.store().takeBack();
        processor.renew();
        return failures.get(0);
    }

    /** Dead-letters what a feature failed on. */
    void tell(Failure failure, Feature feature, Origin origin, String message) {
        LOG.atWarn()
                .addKeyValue("feature", feature.name())
                .addKeyValue("origin", origin)
                .addKeyValue("cause", failure.cause())
                .addKeyValue("at", failure.place())
                .log("a feature failed");
        DeadLetter letter = new DeadLetter(origin, feature.name(), failure.cause(), message);
        FeedOutlets.DEAD_LETTERS.send(context, "", letter, now(origin));
    }

    /** The feature has nothing on the heap any more. */
    void renew(Feature feature) {
        task.of(feature).renew();
    }

    /** Removes at most {@code most} rows of a user; says how many. */
    int clear(Feature feature, byte[] user, int most) {
        return task.of(feature).clear(user, most);
    }

    private static long now(Origin origin) {
        return origin.recordedAt().toEpochMilli();
    }
}
