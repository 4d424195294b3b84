package io.tributary.topologies.settings;

import io.tributary.avro.Bucket;
import io.tributary.avro.BucketOverride;
import io.tributary.avro.JobKind;
import io.tributary.avro.MerchantCorrection;
import io.tributary.avro.Profile;
import io.tributary.avro.PutBucket;
import io.tributary.avro.PutProfile;
import io.tributary.avro.PutRule;
import io.tributary.avro.UserRule;
import io.tributary.avro.UserState;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Decides what a command about settings does. Pure. Numbers of rules and corrections are bounded because all of a
 * user's are looked at, or held on the heap, for each of their transactions.
 */
public final class SettingsDecider {

    /** Rules a user may have. */
    public static final int MOST_RULES = 100;

    /** Rules with an expression a user may have: each is run on each of their transactions. */
    public static final int MOST_EXPRESSIONS = 20;

    /** Merchants a user may have corrected. */
    public static final int MOST_CORRECTIONS = 5_000;

    /** The profile replaces the one before; a new time zone moves local days, so history is restated. */
    public SettingsOutcome put(String userId, PutProfile command, @Nullable Profile before, long offset) {
        Profile after = command.getProfile();
        String zoneBefore = before == null ? null : before.getTimeZone();
        boolean moved = !Objects.equals(zoneBefore, after.getTimeZone());
        return new SettingsOutcome.Applied(
                new UserState(userId, after, false, offset), moved ? JobKind.RESTATE_ALL : null, null);
    }

    /** A rule is added or replaced. */
    public SettingsOutcome put(String userId, PutRule command, List<UserRule> before, long offset) {
        List<UserRule> others = before.stream()
                .filter(rule -> !rule.getRuleId().equals(command.getRule().getRuleId()))
                .toList();
        if (others.size() >= MOST_RULES) {
            return new SettingsOutcome.Refused("rules.at-most-" + MOST_RULES);
        }
        if (command.getRule().getExpression() != null && expressions(others) >= MOST_EXPRESSIONS) {
            return new SettingsOutcome.Refused("expressions.at-most-" + MOST_EXPRESSIONS);
        }
        UserState state = new UserState(userId, command.getRule(), false, offset);
        return new SettingsOutcome.Applied(state, JobKind.RESTATE_ALL, null);
    }

    /** A rule is removed. */
    public SettingsOutcome delete(String userId, Optional<UserRule> before, long offset) {
        return before.<SettingsOutcome>map(rule -> new SettingsOutcome.Applied(
                        new UserState(userId, rule, true, offset), JobKind.RESTATE_ALL, null))
                .orElseGet(SettingsOutcome.Unknown::new);
    }

    /** A bucket is overridden, or goes back to the default. */
    public SettingsOutcome put(String userId, PutBucket command, long offset) {
        boolean removed = command.getBucket() == null;
        Bucket bucket = removed ? Bucket.WANT : command.getBucket();
        UserState state = new UserState(userId, new BucketOverride(command.getCategory(), bucket), removed, offset);
        return new SettingsOutcome.Applied(state, JobKind.RESTATE_ALL, null);
    }

    private static long expressions(List<UserRule> rules) {
        return rules.stream().filter(rule -> rule.getExpression() != null).count();
    }

    /**
     * A merchant's category is corrected.
     *
     * @param before the merchants corrected so far
     */
    public SettingsOutcome correct(String userId, MerchantCorrection correction, Set<String> before, long offset) {
        if (before.size() >= MOST_CORRECTIONS && !before.contains(correction.getMerchantKey())) {
            return new SettingsOutcome.Refused("corrections.at-most-" + MOST_CORRECTIONS);
        }
        return new SettingsOutcome.Applied(
                new UserState(userId, correction, false, offset),
                JobKind.RESTATE_MERCHANT,
                correction.getMerchantKey());
    }
}
