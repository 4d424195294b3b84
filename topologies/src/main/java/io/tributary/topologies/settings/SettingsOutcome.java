package io.tributary.topologies.settings;

import io.tributary.avro.JobKind;
import io.tributary.avro.UserState;
import org.jspecify.annotations.Nullable;

/** What became of a command about settings. */
public sealed interface SettingsOutcome {

    /**
     * It was applied.
     *
     * @param state the setting as it now is, or as it was when it was removed
     * @param restate the job that carries it through history; null when history does not depend on it
     * @param merchantKey for RESTATE_MERCHANT: the merchant
     */
    record Applied(
            UserState state,
            @Nullable JobKind restate,
            @Nullable String merchantKey) implements SettingsOutcome {}

    /** There is no such setting. */
    record Unknown() implements SettingsOutcome {}

    /**
     * It breaks a rule that only the state can tell.
     *
     * @param rule the rule's name
     */
    record Refused(String rule) implements SettingsOutcome {}
}
