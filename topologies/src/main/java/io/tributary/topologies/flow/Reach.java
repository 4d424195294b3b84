package io.tributary.topologies.flow;

import org.jspecify.annotations.Nullable;

/**
 * Whom something is for. Nearly everything is for everybody. While a feature is rebuilt for a user, what concerns that
 * user goes to each feature alone: those that it needs are asked what they would say, but do not take it in again.
 *
 * @param feature the one feature that it is for; null for everybody
 * @param horizon the last entry, in time order, that this feature knows of; null where it knows the whole ledger
 */
public record Reach(@Nullable String feature, @Nullable Place horizon) {

    /** For every feature, each of which knows the whole ledger. */
    public static final Reach EVERYBODY = new Reach(null, null);

    /** For one feature alone, which knows the whole ledger. */
    public static Reach only(String feature) {
        return new Reach(feature, null);
    }

    /** Whether a feature is to take it in. */
    public boolean includes(String name) {
        return feature == null || feature.equals(name);
    }
}
