package io.tributary.topologies.job;

import io.tributary.avro.state.Deadline;
import io.tributary.topologies.state.RowCodec;
import io.tributary.topologies.state.RowTable;
import io.tributary.topologies.state.Writes;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * What is to be done once the log's time has passed a moment, ordered by that moment. Only a {@code Tick} fires
 * deadlines, a bounded number at a time: a backlog is worked off over the next ticks.
 */
public final class Deadlines {

    private static final byte TYPE = 'd';

    private final RowTable<Deadline> rows;

    /** Deadlines in the {@code jobs} store. */
    public Deadlines(KeyValueStore<Bytes, byte[]> jobs) {
        RowCodec<Deadline> codec = new RowCodec<>(Deadline.getClassSchema());
        this.rows = new RowTable<>(jobs, codec::encode, codec::decode, 0);
    }

    /** Adds a deadline to what the step writes; the same feature, subject and moment is one deadline. */
    public void set(Writes writes, Instant due, Deadline deadline) {
        writes.put(rows, key(due, deadline), deadline);
    }

    /** Adds the removal of a deadline to what the step writes. */
    public void clear(Writes writes, Instant due, Deadline deadline) {
        writes.delete(rows, key(due, deadline));
    }

    /** Hands over at most {@code most} deadlines that are due at {@code now}, earliest first, and removes them. */
    public void fire(Writes writes, Instant now, int most, Handler handler) {
        int[] left = {most};
        rows.walk(from(Instant.EPOCH), from(now.plusMillis(1)), (key, deadline) -> {
            writes.delete(rows, key);
            handler.due(deadline);
            return --left[0] > 0;
        });
    }

    private static Bytes from(Instant due) {
        return Bytes.wrap(
                ByteBuffer.allocate(9).put(TYPE).putLong(due.toEpochMilli()).array());
    }

    private static Bytes key(Instant due, Deadline deadline) {
        byte[] name = (deadline.getFeature() + '|' + deadline.getSubject()).getBytes(StandardCharsets.UTF_8);
        return Bytes.wrap(ByteBuffer.allocate(9 + name.length)
                .put(TYPE)
                .putLong(due.toEpochMilli())
                .put(name)
                .array());
    }

    /** Does what a deadline is for. */
    @FunctionalInterface
    public interface Handler {

        /** The moment has passed. */
        void due(Deadline deadline);
    }
}
