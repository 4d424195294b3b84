package io.tributary.api.ingest;

import org.jspecify.annotations.Nullable;

/**
 * A corrected category.
 *
 * @param category primary or detailed category of the taxonomy
 * @param applyTo {@code this} (default): this transaction only, teaches nothing; {@code merchant}: all of its merchant,
 *     past and future
 */
public record CategoryBody(
        @Nullable String category, @Nullable String applyTo) {}
