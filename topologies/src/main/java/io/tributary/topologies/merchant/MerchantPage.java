package io.tributary.topologies.merchant;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A part of a user's totals by merchant.
 *
 * @param rows complete rows, ordered by merchant key and currency; may be empty although more follow
 * @param cursor where to go on, to be handed back with the same days; null at the end
 */
public record MerchantPage(
        List<MerchantTotals> rows, @Nullable String cursor) {

    /** Keeps an unmodifiable copy. */
    public MerchantPage {
        rows = List.copyOf(rows);
    }
}
