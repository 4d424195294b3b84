package io.tributary.topologies.ledger;

import io.tributary.avro.ClassifiedTransaction;
import io.tributary.avro.Job;
import io.tributary.avro.UserState;
import io.tributary.avro.Violation;
import io.tributary.avro.state.Deadline;
import io.tributary.topologies.flow.Classifier;
import io.tributary.topologies.flow.DeadLetter;
import io.tributary.topologies.flow.Input;
import io.tributary.topologies.flow.Input.CommandInput;
import io.tributary.topologies.flow.Input.ContinueInput;
import io.tributary.topologies.flow.Input.FactInput;
import io.tributary.topologies.flow.Input.TickInput;
import io.tributary.topologies.flow.Rejected;
import io.tributary.topologies.state.StateStores;
import io.tributary.topologies.state.StoreNames;
import io.tributary.topologies.state.UserKeys;
import java.util.List;
import java.util.Set;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.ProcessorSupplier;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.StoreBuilder;

/**
 * Reads, decides, writes, tells: in that order, in one step a record. A throw while deciding costs that record a place
 * among the dead letters and nothing else; a throw from a store fails the thread, and the record is read again.
 */
final class LedgerProcessor implements Processor<String, Input, String, Object> {

    private static final int DEADLINES_A_TICK = 1_000;

    private final LedgerConfig config;
    private final FactDecider facts;
    private final OverlayDecider overlays;
    private final UserKeys users = new UserKeys();
    private ProcessorContext<String, Object> context;
    private LedgerTables tables;
    private CommandDecider commands;
    private JobSteps jobs;

    @SuppressWarnings("NullAway.Init") // Streams calls init before anything else.
    LedgerProcessor(LedgerConfig config, Classifier classifier) {
        this.config = config;
        Entries entries = new Entries(classifier);
        this.facts = new FactDecider(entries);
        this.overlays = new OverlayDecider(entries);
    }

    @Override
    public void init(ProcessorContext<String, Object> taskContext) {
        context = taskContext;
        tables = LedgerTables.open(taskContext, config);
        jobs = new JobSteps(tables, overlays, config);
        commands = new CommandDecider(tables, overlays, jobs);
    }

    @Override
    public void process(Record<String, Input> record) {
        Input input = record.value();
        LedgerStep step = step(record.key(), input);
        try {
            decide(step, input);
            step.prepare();
        } catch (KafkaException storeFailed) {
            throw storeFailed;
        } catch (RuntimeException undecidable) {
            step = undecided(record.key(), input, undecidable.getClass().getSimpleName());
        }
        step.commit(context);
        if (input instanceof ContinueInput || input instanceof TickInput) {
            LedgerOutlets.FEATURES.send(context, record.key(), input, record.timestamp());
        }
    }

    /** What is left to do with a record that cannot be decided. A job would otherwise ask for the same step for ever. */
    private LedgerStep undecided(String userId, Input input, String cause) {
        LedgerStep step = step(userId, input);
        step.tell(new DeadLetter(input.origin(), "ledger", cause, "The ledger could not decide this record."));
        if (input instanceof ContinueInput next) {
            jobs.giveUp(step, next);
        }
        return step;
    }

    private LedgerStep step(String userId, Input input) {
        return new LedgerStep(userId, users.of(userId), input.origin(), tables);
    }

    private void decide(LedgerStep step, Input input) {
        if (input instanceof FactInput fact) {
            decide(step, fact);
        } else if (input instanceof CommandInput command) {
            commands.decide(step, command);
        } else if (input instanceof ContinueInput next) {
            jobs.advance(step, next);
        } else {
            tables.deadlines()
                    .fire(
                            step.writes(),
                            input.origin().recordedAt(),
                            DEADLINES_A_TICK,
                            deadline -> due(step, deadline));
        }
    }

    private void decide(LedgerStep step, FactInput fact) {
        ClassifiedTransaction before = tables.entries().find(step.user(), fact.transactionId());
        EntryDecision decision = facts.decide(before, fact, tables.settings().of(step.userId(), step.user()));
        if (decision instanceof EntryDecision.Becomes becomes) {
            step.change(before, becomes.after(), false);
        } else if (decision instanceof EntryDecision.Refused refused) {
            Violation violation = new Violation(refused.field(), refused.rule(), refused.message());
            step.tell(new Rejected(fact.origin(), step.userId(), fact.transactionId(), List.of(violation)));
        }
    }

    private void due(LedgerStep step, Deadline deadline) {
        if (deadline.getFeature().equals(JobSteps.FEATURE)) {
            int bar = deadline.getSubject().indexOf('|');
            byte[] user = users.of(deadline.getSubject().substring(0, bar));
            Job forgotten = tables.jobs()
                    .forget(step.writes(), user, deadline.getSubject().substring(bar + 1));
            if (forgotten != null) {
                step.tell(new UserState(
                        forgotten.getUserId(), forgotten, true, step.origin().offset()));
            }
        }
    }

    /** Makes a ledger for each task. */
    static final class Supplier implements ProcessorSupplier<String, Input, String, Object> {

        private final LedgerConfig config;
        private final java.util.function.Supplier<Classifier> classifiers;

        Supplier(LedgerConfig config, java.util.function.Supplier<Classifier> classifiers) {
            this.config = config;
            this.classifiers = classifiers;
        }

        @Override
        public Processor<String, Input, String, Object> get() {
            return new LedgerProcessor(config, classifiers.get());
        }

        @Override
        public Set<StoreBuilder<?>> stores() {
            return Set.of(
                    StateStores.keyValue(StoreNames.LEDGER),
                    StateStores.keyValue(StoreNames.TOTALS),
                    StateStores.keyValue(StoreNames.USERS),
                    StateStores.keyValue(StoreNames.JOBS));
        }
    }
}
