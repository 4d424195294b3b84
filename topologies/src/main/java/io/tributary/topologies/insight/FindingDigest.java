package io.tributary.topologies.insight;

import io.tributary.avro.CategoryRestated;
import io.tributary.avro.DuplicateCharge;
import io.tributary.avro.FeeCharged;
import io.tributary.avro.Insight;
import io.tributary.avro.LargeTransaction;
import io.tributary.avro.Money;
import io.tributary.avro.NewMerchant;
import io.tributary.avro.Severity;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A 64-bit FNV-1a digest of what a finding says, the same in every process. The merchant's name is left out: of the
 * spellings that share a merchant key it is whichever was there when the finding was written, and is for showing only.
 */
final class FindingDigest {

    private static final long OFFSET = 0xcbf29ce484222325L;
    private static final long PRIME = 0x100000001b3L;

    private long hash = OFFSET;

    private FindingDigest() {}

    static long of(Insight insight) {
        return of(
                insight.getSeverity(),
                insight.getAt(),
                insight.getEvidence(),
                insight.getEffect(),
                insight.getDetails());
    }

    static long of(Severity severity, Instant at, List<String> evidence, @Nullable Money effect, Object details) {
        FindingDigest digest = new FindingDigest();
        digest.add(severity.name());
        digest.add(at.toEpochMilli());
        evidence.forEach(digest::add);
        if (effect != null) {
            digest.add(effect);
        }
        digest.addDetails(details);
        return digest.hash;
    }

    private void addDetails(Object details) {
        if (details instanceof LargeTransaction large) {
            add(large.getAmount());
            add(large.getTypical());
            add(large.getComparedWith());
            add(Float.floatToIntBits(large.getScore()));
        } else if (details instanceof NewMerchant fresh) {
            add(fresh.getAmount());
            add(fresh.getCategory());
        } else if (details instanceof DuplicateCharge twice) {
            add(twice.getAmount());
            add(twice.getSecondsApart());
        } else if (details instanceof FeeCharged fee) {
            add(fee.getAmount());
            add(fee.getCategory());
        } else if (details instanceof CategoryRestated restated) {
            add(restated.getChanged());
            add(restated.getLookedAt());
        } else {
            throw new IllegalArgumentException("no kind of insight has details of " + details.getClass());
        }
    }

    private void add(Money money) {
        add(money.getMinor());
        add(money.getCurrency());
    }

    private void add(String text) {
        for (int i = 0; i < text.length(); i++) {
            step(text.charAt(i));
        }
        step(0xFFFF);
    }

    private void add(long number) {
        for (int shift = 0; shift < Long.SIZE; shift += Short.SIZE) {
            step((int) (number >>> shift) & 0xFFFF);
        }
    }

    private void step(int sixteenBits) {
        hash = (hash ^ sixteenBits) * PRIME;
    }
}
