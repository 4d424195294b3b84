package io.tributary.topologies.ledger;

import io.tributary.topologies.totals.Sums;
import java.time.Instant;
import java.util.Map;

/**
 * Exact sums over a stretch of time that ends at a moment.
 *
 * @param from the start, included
 * @param until the end, not included
 * @param byCurrency counts and sums by currency, transfers and voided transactions left out
 * @param complete false when there was more than one request may read: the sums are then of the newest part
 */
public record RollingSums(Instant from, Instant until, Map<String, Sums> byCurrency, boolean complete) {}
