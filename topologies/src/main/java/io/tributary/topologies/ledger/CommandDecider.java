package io.tributary.topologies.ledger;

import io.tributary.avro.AmendTransaction;
import io.tributary.avro.CategoriseTransaction;
import io.tributary.avro.ClassifiedTransaction;
import io.tributary.avro.CorrectionScope;
import io.tributary.avro.DeleteRule;
import io.tributary.avro.JobKind;
import io.tributary.avro.MerchantCorrection;
import io.tributary.avro.PutBucket;
import io.tributary.avro.PutProfile;
import io.tributary.avro.PutRule;
import io.tributary.avro.UserCommand;
import io.tributary.avro.UserRule;
import io.tributary.avro.UserState;
import io.tributary.avro.VoidTransaction;
import io.tributary.avro.state.Outcome;
import io.tributary.avro.state.Verdict;
import io.tributary.topologies.flow.Input.CommandInput;
import io.tributary.topologies.settings.SettingsDecider;
import io.tributary.topologies.settings.SettingsOutcome;
import io.tributary.topologies.settings.UserSettings;
import io.tributary.topologies.taxonomy.Taxonomy;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Decides commands and keeps their verdicts. A command seen again changes nothing. */
final class CommandDecider {

    private final LedgerTables tables;
    private final OverlayDecider overlays;
    private final JobSteps jobs;
    private final SettingsDecider settings = new SettingsDecider();

    CommandDecider(LedgerTables tables, OverlayDecider overlays, JobSteps jobs) {
        this.tables = tables;
        this.overlays = overlays;
        this.jobs = jobs;
    }

    /** Adds what the command does, and its verdict, to the step. */
    void decide(LedgerStep step, CommandInput input) {
        UserCommand command = input.command();
        if (tables.verdicts().find(step.user(), command.getCommandId()) == null) {
            tables.verdicts().write(step.writes(), step.user(), verdict(step, command));
        }
    }

    private Verdict verdict(LedgerStep step, UserCommand command) {
        Object body = command.getBody();
        if (body instanceof AmendTransaction amend) {
            return onEntry(
                    step,
                    command,
                    amend.getTransactionId(),
                    amend.getExpectedVersion(),
                    (entry, user) -> overlays.amend(entry, amend, user, step.origin()));
        }
        if (body instanceof VoidTransaction voided) {
            return onEntry(
                    step,
                    command,
                    voided.getTransactionId(),
                    voided.getExpectedVersion(),
                    (entry, user) -> overlays.voided(entry, voided, user, step.origin()));
        }
        if (body instanceof CategoriseTransaction categorise) {
            return categorised(step, command, categorise);
        }
        return onSettings(step, command, settingsOutcome(step, body));
    }

    private Verdict onEntry(
            LedgerStep step, UserCommand command, String id, @Nullable Long expected, EntryChange change) {
        ClassifiedTransaction entry = tables.entries().find(step.user(), id);
        Verdict refusal = refusal(step, command, id, expected, entry);
        if (refusal != null || entry == null) {
            return refusal == null ? ended(step, command, Outcome.NOT_FOUND, id, null) : refusal;
        }
        UserSettings user = tables.settings().of(step.userId(), step.user());
        return ended(step, command, Outcome.DONE, id, applied(step, entry, change.decide(entry, user)));
    }

    private Verdict categorised(LedgerStep step, UserCommand command, CategoriseTransaction categorise) {
        String id = categorise.getTransactionId();
        ClassifiedTransaction entry = tables.entries().find(step.user(), id);
        Verdict refusal = refusal(step, command, id, categorise.getExpectedVersion(), entry);
        if (refusal != null || entry == null) {
            return refusal == null ? ended(step, command, Outcome.NOT_FOUND, id, null) : refusal;
        }
        UserSettings user = tables.settings().of(step.userId(), step.user());
        String jobId = null;
        if (categorise.getScope() == CorrectionScope.MERCHANT) {
            String merchant =
                    categorise.getMerchantKey() == null ? entry.getMerchantKey() : categorise.getMerchantKey();
            SettingsOutcome outcome = correction(step, user, merchant, categorise.getCategory());
            if (!(outcome instanceof SettingsOutcome.Applied applied)) {
                return onSettings(step, command, outcome);
            }
            user = tables.settings().with(user, applied.state());
            jobId = apply(step, command, applied);
        }
        long version = applied(step, entry, overlays.categorised(entry, categorise, user, step.origin()));
        return verdict(step, command, Outcome.DONE, id, version, jobId, null);
    }

    private SettingsOutcome correction(LedgerStep step, UserSettings user, String merchantKey, String category) {
        if (merchantKey.isEmpty()) {
            return new SettingsOutcome.Refused("merchant_key.known");
        }
        MerchantCorrection correction =
                new MerchantCorrection(merchantKey, Taxonomy.of(category).code());
        return settings.correct(
                step.userId(),
                correction,
                user.personal().corrections().keySet(),
                step.origin().offset());
    }

    private SettingsOutcome settingsOutcome(LedgerStep step, Object body) {
        long offset = step.origin().offset();
        UserSettings before = tables.settings().of(step.userId(), step.user());
        if (body instanceof PutProfile put) {
            return settings.put(step.userId(), put, before.profile(), offset);
        }
        if (body instanceof PutRule put) {
            return settings.put(step.userId(), put, before.personal().rules(), offset);
        }
        if (body instanceof DeleteRule delete) {
            Optional<UserRule> rule = before.personal().rules().stream()
                    .filter(known -> known.getRuleId().equals(delete.getRuleId()))
                    .findFirst();
            return settings.delete(step.userId(), rule, offset);
        }
        if (body instanceof PutBucket put) {
            return settings.put(step.userId(), put, offset);
        }
        throw new IllegalStateException("no decision for " + body.getClass().getSimpleName());
    }

    private Verdict onSettings(LedgerStep step, UserCommand command, SettingsOutcome outcome) {
        if (outcome instanceof SettingsOutcome.Applied applied) {
            return verdict(step, command, Outcome.DONE, null, null, apply(step, command, applied), null);
        }
        if (outcome instanceof SettingsOutcome.Refused refused) {
            return verdict(step, command, Outcome.REFUSED, null, null, null, refused.rule());
        }
        return ended(step, command, Outcome.NOT_FOUND, null, null);
    }

    /** Writes the setting and starts the job that carries it through history; its id, where there is one. */
    private @Nullable String apply(LedgerStep step, UserCommand command, SettingsOutcome.Applied applied) {
        UserState state = applied.state();
        tables.settings().write(step.writes(), step.user(), state);
        step.tell(state);
        JobKind restate = applied.restate();
        if (restate == null) {
            return null;
        }
        jobs.start(step, command.getCommandId(), restate, applied.merchantKey());
        return command.getCommandId();
    }

    private static long applied(LedgerStep step, ClassifiedTransaction before, EntryDecision decision) {
        if (decision instanceof EntryDecision.Becomes becomes) {
            step.change(before, becomes.after(), false);
            return becomes.after().getVersion();
        }
        return before.getVersion();
    }

    private static @Nullable Verdict refusal(
            LedgerStep step,
            UserCommand command,
            String id,
            @Nullable Long expected,
            @Nullable ClassifiedTransaction entry) {
        if (entry == null || expected == null || entry.getVersion() == expected) {
            return null;
        }
        return ended(step, command, Outcome.STALE_VERSION, id, entry.getVersion());
    }

    private static Verdict ended(
            LedgerStep step, UserCommand command, Outcome outcome, @Nullable String id, @Nullable Long version) {
        return verdict(step, command, outcome, id, version, null, null);
    }

    private static Verdict verdict(
            LedgerStep step,
            UserCommand command,
            Outcome outcome,
            @Nullable String id,
            @Nullable Long version,
            @Nullable String jobId,
            @Nullable String reason) {
        return new Verdict(
                command.getCommandId(),
                step.userId(),
                outcome,
                id,
                version,
                jobId,
                reason,
                step.origin().recordedAt(),
                step.origin().offset());
    }

    @FunctionalInterface
    private interface EntryChange {
        EntryDecision decide(ClassifiedTransaction entry, UserSettings user);
    }
}
