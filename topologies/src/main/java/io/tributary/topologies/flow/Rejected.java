package io.tributary.topologies.flow;

import io.tributary.avro.Violation;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A record that could be read but breaks a rule; nothing of it was applied.
 *
 * @param origin where it lies
 * @param userId whose it was; empty where that is what is wrong
 * @param transactionId the transaction, where known
 * @param violations what is wrong, at least one
 */
public record Rejected(
        Origin origin, String userId, @Nullable String transactionId, List<Violation> violations) {}
