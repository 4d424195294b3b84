package io.tributary.api.fx;

import io.tributary.api.json.Decimal;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A day's exchange rates; they replace those of the same day and base.
 *
 * @param base the currency all rates are against, ISO 4217
 * @param rates units of each currency for one unit of the base
 */
record FxRatesBody(@Nullable String base, @Nullable Map<String, Decimal> rates) {}
