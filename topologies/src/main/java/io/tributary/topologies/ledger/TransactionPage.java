package io.tributary.topologies.ledger;

import io.tributary.avro.ClassifiedTransaction;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Some of a user's transactions.
 *
 * @param transactions the transactions, newest first; may be fewer than asked for though there are more
 * @param next where to go on; null when there is nothing more
 */
public record TransactionPage(
        List<ClassifiedTransaction> transactions, @Nullable String next) {}
