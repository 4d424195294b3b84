package io.tributary.topologies.kpi;

import io.tributary.schemas.Money;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * How a figure moved against the period before.
 *
 * @param before the figure then
 * @param difference now minus then
 * @param ratio difference / |then| with four decimals; null when it was nothing then
 */
public record Change(
        Money before, Money difference, @Nullable BigDecimal ratio) {

    /** The move from {@code before} to {@code now}. */
    public static Change of(Money before, Money now) {
        Money difference = now.minus(before);
        BigDecimal ratio = before.minor() == 0 ? null : Figures.ratio(difference.minor(), Math.abs(before.minor()));
        return new Change(before, difference, ratio);
    }

    /** The move of a ratio, in the ratio's own unit; null where either is unknown. */
    public static @Nullable BigDecimal of(@Nullable BigDecimal before, @Nullable BigDecimal now) {
        return before == null || now == null ? null : now.subtract(before);
    }
}
