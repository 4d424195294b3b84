package io.tributary.api.ingest;

import io.tributary.api.json.Decimal;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A day's exchange rates.
 *
 * @param base the currency all rates are against, ISO 4217
 * @param rates units of each currency for one unit of the base
 */
public record FxRatesBody(@Nullable String base, @Nullable Map<String, Decimal> rates) {}
