package io.tributary.topologies.job;

import io.tributary.avro.state.Verdict;
import io.tributary.avro.state.VerdictRingHead;
import io.tributary.topologies.state.Keys;
import io.tributary.topologies.state.RowCodec;
import io.tributary.topologies.state.RowTable;
import io.tributary.topologies.state.Writes;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.function.Function;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/**
 * The outcomes of the newest commands of one partition, by user and command id. Bounded: each new one takes the place
 * of the oldest.
 */
public final class VerdictRing {

    static final char VERDICT = 'v';

    private static final Bytes HEAD = Bytes.wrap(new byte[] {'q'});
    private static final int CACHED = 1_000;

    private final RowTable<Verdict> verdicts;
    private final RowTable<VerdictRingHead> heads;
    private final RowTable<byte[]> slots;
    private final int size;

    /** Keeps the newest {@code size} verdicts in the {@code jobs} store. */
    public VerdictRing(KeyValueStore<Bytes, byte[]> jobs, int size) {
        RowCodec<Verdict> codec = new RowCodec<>(Verdict.getClassSchema());
        RowCodec<VerdictRingHead> head = new RowCodec<>(VerdictRingHead.getClassSchema());
        this.verdicts = new RowTable<>(jobs, codec::encode, codec::decode, CACHED);
        this.heads = new RowTable<>(jobs, head::encode, head::decode, 1);
        this.slots = new RowTable<>(jobs, Function.identity(), Function.identity(), 0);
        this.size = size;
    }

    /** The outcome of a command; null when it has not been decided, or too long ago. */
    public @Nullable Verdict find(byte[] user, String commandId) {
        return verdicts.get(Keys.text(VERDICT, user, commandId));
    }

    /** Adds an outcome to what the step writes. */
    public void write(Writes writes, byte[] user, Verdict verdict) {
        VerdictRingHead head = heads.get(HEAD);
        long next = head == null ? 0 : head.getNext();
        Bytes key = Keys.text(VERDICT, user, verdict.getCommandId());
        Bytes slot = slot(next % size);
        byte[] oldest = slots.get(slot);
        if (oldest != null) {
            writes.delete(verdicts, Bytes.wrap(oldest));
        }
        writes.put(slots, slot, key.get());
        writes.put(verdicts, key, verdict);
        writes.put(heads, HEAD, new VerdictRingHead(next + 1));
    }

    private static Bytes slot(long place) {
        return Bytes.wrap(ByteBuffer.allocate(9)
                .put("o".getBytes(StandardCharsets.US_ASCII))
                .putLong(place)
                .array());
    }
}
