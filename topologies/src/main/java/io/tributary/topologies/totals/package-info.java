/**
 * Calendar totals: exact count and sum by day, category and bucket, in and out, for good. Rows and reading; the ledger writes them.
 */
@NullMarked
package io.tributary.topologies.totals;

import org.jspecify.annotations.NullMarked;
