package io.tributary.topologies.merchant;

import io.tributary.avro.ClassifiedTransaction;
import io.tributary.avro.state.TransactionLine;
import io.tributary.topologies.flow.MerchantSlice.Hit;
import io.tributary.topologies.state.Keys;
import io.tributary.topologies.state.RowCodec;
import java.time.LocalDate;
import java.util.Comparator;
import org.apache.kafka.common.utils.Bytes;
import org.jspecify.annotations.Nullable;

/**
 * A hit of a merchant as the store has it.
 *
 * @param merchantKey the merchant
 * @param bucket ordinal of the bucket
 * @param hit the rest
 */
record HitRow(String merchantKey, int bucket, Hit hit) {

    /** Time order, the same as that of the keys; ids settle what one instant leaves open. */
    static final Comparator<Hit> TIME_ORDER = Comparator.comparing(Hit::at).thenComparing(Hit::transactionId);

    /**
     * The hit that an entry makes; null where there is no entry, it is voided, or no merchant could be told. Rows hold
     * ordinals of Bucket, an Avro enum that only ever grows at its end.
     */
    static @Nullable HitRow of(@Nullable ClassifiedTransaction entry) {
        if (entry == null || entry.getVoided() || entry.getMerchantKey().isEmpty()) {
            return null;
        }
        return new HitRow(entry.getMerchantKey(), entry.getBucket().ordinal(), Hit.of(entry));
    }

    /** The hit in a row of the store. */
    static Hit read(Bytes key, TransactionLine line) {
        return new Hit(
                Keys.hitIdOf(key),
                Keys.hitTimeOf(key),
                LocalDate.ofEpochDay(line.getLocalDay()),
                line.getMinor(),
                line.getCurrency(),
                line.getInflow(),
                line.getCategory(),
                line.getTimed(),
                line.getPending());
    }

    Bytes key(byte[] user) {
        return Keys.hit(user, merchantKey, hit.at(), hit.transactionId());
    }

    byte[] value(RowCodec<TransactionLine> codec) {
        return codec.encode(new TransactionLine(
                hit.minor(),
                hit.currency(),
                hit.inflow(),
                hit.category(),
                bucket,
                Math.toIntExact(hit.localDay().toEpochDay()),
                false,
                hit.timed(),
                hit.pending()));
    }

    /** Whether both are one row of the store, whatever it holds. */
    boolean isSameRow(@Nullable HitRow other) {
        return other != null
                && merchantKey.equals(other.merchantKey)
                && hit.transactionId().equals(other.hit.transactionId())
                && hit.at().equals(other.hit.at());
    }
}
