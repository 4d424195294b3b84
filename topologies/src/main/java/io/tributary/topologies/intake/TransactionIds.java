package io.tributary.topologies.intake;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.impl.NameBasedGenerator;
import io.tributary.avro.RawTransaction;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Gives a transaction that has only an idempotency key its id: the name-based UUID (RFC 9562, version 5) of
 * {@code user|key} in UTF-8 under {@link #NAMESPACE}. A user id cannot hold {@code |}, so two users or two keys never
 * give the same name. May be used from any thread.
 */
public final class TransactionIds {

    /** The namespace, for producers that want to know the id beforehand. Never changes: it would rename transactions. */
    public static final UUID NAMESPACE = UUID.fromString("7d1c2a52-6f0e-5d0b-9f5e-0d8a4c3b6e11");

    private static final char SEPARATOR = '|';

    private final NameBasedGenerator generator = Generators.nameBasedGenerator(NAMESPACE);

    /** The id that an idempotency key of a user gives. Both are valid ones. */
    public String derive(String userId, String idempotencyKey) {
        return generator.generate(userId + SEPARATOR + idempotencyKey).toString();
    }

    /** The id of a fact, given or derived; null where what would give it is missing or not valid. */
    public @Nullable String of(RawTransaction fact) {
        if (fact.getId() != null) {
            return FactRules.isId(fact.getId()) ? fact.getId() : null;
        }
        boolean derivable =
                FactRules.isUserId(fact.getUserId()) && FactRules.isIdempotencyKey(fact.getIdempotencyKey());
        return derivable ? derive(fact.getUserId(), fact.getIdempotencyKey()) : null;
    }
}
