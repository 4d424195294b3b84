package io.tributary.topologies.kpi;

import java.util.Collection;
import org.jspecify.annotations.Nullable;

/**
 * The currency that figures are converted to.
 *
 * @param code ISO 4217
 * @param assumed true when neither the user nor their transactions say it
 */
public record BaseCurrency(String code, boolean assumed) {

    /**
     * The profile's; else the only currency that the user uses lately; else the service's.
     *
     * @param chosen the profile's, if it says one
     * @param used the currencies of the user's newest months, each once
     * @param fallback the service's
     */
    public static BaseCurrency of(@Nullable String chosen, Collection<String> used, String fallback) {
        if (chosen != null) {
            return new BaseCurrency(chosen, false);
        }
        return used.size() == 1 ? new BaseCurrency(used.iterator().next(), false) : new BaseCurrency(fallback, true);
    }
}
