package io.tributary.topologies.intake;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A dead letter as read back from its topic.
 *
 * @param stage where it failed
 * @param cause a stable word for what is wrong
 * @param message one sentence for an operator
 * @param topic where the original lies
 * @param partition its partition there
 * @param offset its offset there
 * @param recordedAt when the log took it
 * @param valueLength bytes of the whole value; -1 where there was none
 * @param valueSha256 of the whole value, in hex; empty where there was none
 * @param truncated true when key or value were cut
 * @param key the key, as far as it was kept
 * @param value the value, as far as it was kept
 */
@SuppressWarnings("ArrayRecordComponent") // Never compared; the bytes are handed on as they are.
public record StoredDeadLetter(
        String stage,
        String cause,
        String message,
        String topic,
        int partition,
        long offset,
        Instant recordedAt,
        long valueLength,
        String valueSha256,
        boolean truncated,
        byte @Nullable [] key,
        byte @Nullable [] value) {

    /** True when the original can be sent again: nothing was cut, and there is a value to send. */
    public boolean replayable() {
        return !truncated && value != null;
    }
}
