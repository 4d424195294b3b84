package io.tributary.topologies.ledger;

import io.tributary.avro.ClassifiedTransaction;
import io.tributary.avro.Direction;
import io.tributary.avro.TransactionStatus;
import io.tributary.avro.state.TransactionLine;
import io.tributary.topologies.state.Keys;
import io.tributary.topologies.state.RowCodec;
import io.tributary.topologies.state.RowTable;
import io.tributary.topologies.state.Writes;
import io.tributary.topologies.taxonomy.Taxonomy;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/** The ledger's rows: entries by transaction id, and a line an entry in time order, for sums and pages. */
final class EntryTable {

    static final char ENTRY = 'e';
    static final char TIME = 't';

    private final RowTable<ClassifiedTransaction> entries;
    private final RowTable<TransactionLine> lines;

    EntryTable(KeyValueStore<Bytes, byte[]> ledger, int cached) {
        RowCodec<ClassifiedTransaction> codec = new RowCodec<>(ClassifiedTransaction.getClassSchema());
        RowCodec<TransactionLine> line = new RowCodec<>(TransactionLine.getClassSchema());
        this.entries = new RowTable<>(ledger, codec::encode, codec::decode, cached);
        this.lines = new RowTable<>(ledger, line::encode, line::decode, 0);
    }

    @Nullable
    ClassifiedTransaction find(byte[] user, String transactionId) {
        return entries.get(Keys.entry(user, transactionId));
    }

    /** Walks the user's entries in key order, after the one with the id {@code cursor}, until told to stop. */
    void walk(byte[] user, @Nullable String cursor, RowTable.Visitor<ClassifiedTransaction> visitor) {
        Bytes all = Keys.prefix(ENTRY, user);
        Bytes from = cursor == null ? all : Keys.entry(user, cursor + '\0');
        entries.walk(from, Keys.after(all), visitor);
    }

    /** Adds an entry to what the step writes, and its line where that changes. */
    void write(Writes writes, byte[] user, @Nullable ClassifiedTransaction before, ClassifiedTransaction after) {
        writes.put(entries, Keys.entry(user, after.getTransactionId()), after);
        TransactionLine line = line(after);
        if (before != null) {
            if (before.getSortAt().equals(after.getSortAt())) {
                if (line(before).equals(line)) {
                    return;
                }
            } else {
                writes.delete(lines, Keys.time(user, before.getSortAt(), before.getTransactionId()));
            }
        }
        writes.put(lines, Keys.time(user, after.getSortAt(), after.getTransactionId()), line);
    }

    /** Adds the removal of an entry and of its line to what the step writes. */
    void remove(Writes writes, byte[] user, ClassifiedTransaction entry) {
        writes.delete(entries, Keys.entry(user, entry.getTransactionId()));
        writes.delete(lines, Keys.time(user, entry.getSortAt(), entry.getTransactionId()));
    }

    private static TransactionLine line(ClassifiedTransaction entry) {
        return new TransactionLine(
                entry.getAmount().getMinor(),
                entry.getAmount().getCurrency(),
                entry.getDirection() == Direction.INFLOW,
                Taxonomy.of(entry.getCategoryDetail()).index(),
                entry.getBucket().ordinal(),
                (int) entry.getLocalDay().toEpochDay(),
                entry.getVoided(),
                entry.getOccurredAt() != null,
                entry.getStatus() == TransactionStatus.PENDING);
    }
}
