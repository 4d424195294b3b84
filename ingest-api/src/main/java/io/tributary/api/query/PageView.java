package io.tributary.api.query;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of transactions.
 *
 * @param transactions newest first; may be fewer than asked for though there are more
 * @param next the cursor of the next page; none at the end
 * @param restating set while a job is restating history
 */
public record PageView(
        List<TransactionView> transactions,
        @Nullable String next,
        @Nullable RestatingView restating) {}
