package io.tributary.topologies.flow;

import io.tributary.avro.ClassifiedTransaction;
import java.time.Instant;
import java.util.Comparator;

/**
 * Where an entry stands in the time order of its user's ledger, in the order of its keys.
 *
 * @param at the instant, in the milliseconds that keys hold
 * @param transactionId settles what one instant leaves open
 */
public record Place(Instant at, String transactionId) implements Comparable<Place> {

    private static final Comparator<Place> ORDER =
            Comparator.comparing(Place::at).thenComparing(Place::transactionId);

    /** The place of an entry. */
    public static Place of(ClassifiedTransaction entry) {
        return new Place(Instant.ofEpochMilli(entry.getSortAt().toEpochMilli()), entry.getTransactionId());
    }

    @Override
    public int compareTo(Place other) {
        return ORDER.compare(this, other);
    }
}
