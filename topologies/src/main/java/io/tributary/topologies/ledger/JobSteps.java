package io.tributary.topologies.ledger;

import io.tributary.avro.ClassifiedTransaction;
import io.tributary.avro.Job;
import io.tributary.avro.JobKind;
import io.tributary.avro.UserState;
import io.tributary.avro.state.Deadline;
import io.tributary.topologies.flow.DeadLetter;
import io.tributary.topologies.flow.Input.ContinueInput;
import io.tributary.topologies.flow.JobEnded;
import io.tributary.topologies.settings.UserSettings;
import java.time.Instant;
import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;

/**
 * Restates a user's history in steps: walks the entries in key order, which never changes, and derives again what
 * depends on settings, with the settings as they stand at that step. Facts that arrive meanwhile are decided with the
 * new settings at once, so it does not matter on which side of the cursor they lie.
 */
final class JobSteps {

    /** The feature name under which ended jobs have their deadline. */
    static final String FEATURE = "job";

    private final LedgerTables tables;
    private final OverlayDecider overlays;
    private final LedgerConfig config;

    JobSteps(LedgerTables tables, OverlayDecider overlays, LedgerConfig config) {
        this.tables = tables;
        this.overlays = overlays;
        this.config = config;
    }

    /** Adds the start of a job to the step. */
    void start(LedgerStep step, String jobId, JobKind kind, @Nullable String merchantKey) {
        long total = tables.countEntries(step.user());
        Instant now = step.origin().recordedAt();
        Job job = new Job(jobId, step.userId(), kind, merchantKey, 0L, null, 0L, total, 0L, now, null);
        for (Job superseded : tables.jobs().start(step.writes(), step.user(), job)) {
            step.tell(
                    new UserState(step.userId(), superseded, true, step.origin().offset()));
        }
        step.tell(new UserState(step.userId(), job, false, step.origin().offset()));
    }

    /** Ends a job whose step cannot be decided, where it stands. */
    void giveUp(LedgerStep step, ContinueInput input) {
        Job job = tables.jobs().running(step.user(), input.next().getJobId());
        if (job != null && job.getStep() == input.next().getStep()) {
            Job ended =
                    Job.newBuilder(job).setEndedAt(step.origin().recordedAt()).build();
            tables.jobs().advance(step.writes(), step.user(), ended);
            end(step, ended);
        }
    }

    /** Adds the job's next step, if it stands at the step that the input names. */
    void advance(LedgerStep step, ContinueInput input) {
        Job job = tables.jobs().running(step.user(), input.next().getJobId());
        if (job == null || job.getStep() != input.next().getStep()) {
            return;
        }
        Walk walk = new Walk(step, job, tables.settings().of(step.userId(), step.user()));
        tables.entries().walk(step.user(), job.getCursor(), (key, entry) -> walk.visit(entry));
        Job next = walk.result();
        tables.jobs().advance(step.writes(), step.user(), next);
        if (next.getEndedAt() == null) {
            step.tell(new UserState(step.userId(), next, false, step.origin().offset()));
        } else {
            end(step, next);
        }
    }

    private void end(LedgerStep step, Job ended) {
        step.tell(new UserState(step.userId(), ended, false, step.origin().offset()));
        step.tell(new JobEnded(step.origin(), ended));
        tables.deadlines().set(step.writes(), step.origin().recordedAt().plus(config.keepJobs()), forgetting(ended));
    }

    /** What is due once an ended job need not be known any more. */
    static Deadline forgetting(Job ended) {
        return new Deadline(FEATURE, ended.getUserId() + '|' + ended.getJobId());
    }

    /**
     * How many rows a step may look at: fewer for a user with expressions, each of which may cost as much as all the rest
     * of a decision. A number of rows and not of milliseconds, so that a replay takes the same steps.
     */
    private int rows(UserSettings settings) {
        long expressions = settings.personal().rules().stream()
                .filter(rule -> rule.getExpression() != null)
                .count();
        return (int) Math.max(1, config.jobRows() / (1 + expressions));
    }

    /** One step over the ledger. */
    private final class Walk {

        private final LedgerStep step;
        private final Job job;
        private final UserSettings settings;
        private final int rows;
        private @Nullable String cursor;
        private int looked;
        private int changed;
        private boolean full;

        Walk(LedgerStep step, Job job, UserSettings settings) {
            this.step = step;
            this.job = job;
            this.settings = settings;
            this.rows = rows(settings);
            this.cursor = job.getCursor();
        }

        boolean visit(ClassifiedTransaction entry) {
            if (looked == rows || changed == config.jobChanges()) {
                full = true;
                return false;
            }
            looked++;
            cursor = entry.getTransactionId();
            if (job.getKind() == JobKind.RESTATE_ALL || entry.getMerchantKey().equals(job.getMerchantKey())) {
                restate(entry);
            }
            return true;
        }

        /** A row that cannot be decided is skipped and told: it must not hold up the user's other rows for ever. */
        private void restate(ClassifiedTransaction entry) {
            try {
                if (overlays.restated(entry, settings, step.origin()) instanceof EntryDecision.Becomes becomes) {
                    step.change(entry, becomes.after(), true);
                    changed++;
                }
            } catch (KafkaException storeFailed) {
                throw storeFailed;
            } catch (RuntimeException undecidable) {
                step.tell(new DeadLetter(
                        step.origin(),
                        FEATURE,
                        undecidable.getClass().getSimpleName(),
                        "A row could not be restated."));
            }
        }

        Job result() {
            long done = job.getDone() + looked;
            return new Job(
                    job.getJobId(),
                    job.getUserId(),
                    job.getKind(),
                    job.getMerchantKey(),
                    job.getStep() + 1,
                    cursor,
                    done,
                    full ? Math.max(job.getTotal(), done) : done,
                    job.getChanged() + changed,
                    job.getStartedAt(),
                    full ? null : step.origin().recordedAt());
        }
    }
}
