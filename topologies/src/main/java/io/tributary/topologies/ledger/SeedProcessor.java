package io.tributary.topologies.ledger;

import io.tributary.avro.ClassifiedTransaction;
import io.tributary.avro.Job;
import io.tributary.avro.UserState;
import io.tributary.avro.state.Deadline;
import io.tributary.schemas.EntityKey;
import io.tributary.schemas.serde.Decoded;
import io.tributary.topologies.state.StateProblem;
import io.tributary.topologies.state.StateStores;
import io.tributary.topologies.state.StoreNames;
import io.tributary.topologies.state.UserKeys;
import io.tributary.topologies.state.Writes;
import io.tributary.topologies.totals.TotalsEdit;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.ProcessorSupplier;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.processor.api.RecordMetadata;
import org.apache.kafka.streams.state.StoreBuilder;
import org.jspecify.annotations.Nullable;

/**
 * Fills the ledger's stores with what the ledger once published. Each record is the whole state of one key, and of each
 * key the last one counts, however many of the earlier ones compaction has left. Tells nobody anything.
 */
final class SeedProcessor implements Processor<byte[], byte[], Void, Void> {

    private final LedgerConfig config;
    private final Seed seed;
    private final UserKeys users = new UserKeys();
    private ProcessorContext<Void, Void> context;
    private LedgerTables tables;

    @SuppressWarnings("NullAway.Init") // Streams calls init before anything else.
    SeedProcessor(LedgerConfig config, Seed seed) {
        this.config = config;
        this.seed = seed;
    }

    @Override
    public void init(ProcessorContext<Void, Void> taskContext) {
        context = taskContext;
        tables = LedgerTables.open(taskContext, config);
    }

    @Override
    public void process(Record<byte[], byte[]> record) {
        RecordMetadata place = context.recordMetadata().orElseThrow();
        EntityKey key = key(record.key(), place);
        SpecificRecord value = value(record.value(), place);
        Writes writes = new Writes();
        if (value instanceof UserState state) {
            requireBeforeCut(state.getSourceOffset(), place);
            setting(writes, state);
        } else if (value instanceof ClassifiedTransaction entry) {
            requireBeforeCut(entry.getSourceOffset(), place);
            entry(writes, key, entry);
        } else if (place.topic().equals(seed.entries())) {
            entry(writes, key, null);
        } else {
            erased(writes, key);
        }
        writes.run();
    }

    private void entry(Writes writes, EntityKey key, @Nullable ClassifiedTransaction after) {
        byte[] user = users.of(key.user());
        ClassifiedTransaction before = tables.entries().find(user, key.entity());
        if (after != null) {
            tables.entries().write(writes, user, before, after);
        } else if (before != null) {
            tables.entries().remove(writes, user, before);
        }
        TotalsEdit totals = new TotalsEdit(tables.totals(), user);
        totals.change(before, after);
        totals.writeTo(writes);
    }

    private void setting(Writes writes, UserState state) {
        byte[] user = users.of(state.getUserId());
        if (state.getBody() instanceof Job job) {
            job(writes, user, job, !state.getDeleted());
        } else {
            tables.settings().write(writes, user, state);
        }
    }

    private void job(Writes writes, byte[] user, Job job, boolean known) {
        tables.jobs().restore(writes, user, job, known);
        if (job.getEndedAt() != null) {
            Deadline forget = JobSteps.forgetting(job);
            if (known) {
                tables.deadlines().set(writes, job.getEndedAt().plus(config.keepJobs()), forget);
            } else {
                tables.deadlines().clear(writes, job.getEndedAt().plus(config.keepJobs()), forget);
            }
        }
    }

    /** A null means that the user's setting is gone for good, and as if it had never been. */
    private void erased(Writes writes, EntityKey key) {
        byte[] user = users.of(key.user());
        UserState known = tables.settings().find(user, key.entity());
        if (known != null) {
            UserState removed = UserState.newBuilder(known).setDeleted(true).build();
            tables.settings().write(writes, user, removed);
        }
        tables.jobs().find(user, key.entity()).ifPresent(job -> job(writes, user, job, false));
    }

    /** Beyond the cut somebody has gone on writing, and the old application's offsets do not stand for this state. */
    private void requireBeforeCut(long sourceOffset, RecordMetadata place) {
        Long cut = seed.cut().get(place.partition());
        if (cut == null || sourceOffset >= cut) {
            throw new StateProblem(text(place) + " comes from offset " + sourceOffset + " of the log, but the old"
                    + " application has only processed the offsets below " + (cut == null ? 0 : cut)
                    + ": another one has written since. Stop it, and rebuild from its application.id.");
        }
    }

    private @Nullable SpecificRecord value(byte @Nullable [] bytes, RecordMetadata place) {
        if (bytes == null) {
            return null;
        }
        Decoded decoded = seed.decoder().decode(bytes);
        if (decoded instanceof Decoded.Value value) {
            return value.record();
        }
        throw new StateProblem(text(place) + " cannot be read: " + ((Decoded.Poison) decoded).message());
    }

    private static EntityKey key(byte @Nullable [] bytes, RecordMetadata place) {
        String key = bytes == null ? "" : new String(bytes, StandardCharsets.UTF_8);
        return EntityKey.parse(key)
                .orElseThrow(() -> new StateProblem(text(place) + " has no key of a user's entity."));
    }

    private static String text(RecordMetadata place) {
        return place.topic() + "-" + place.partition() + "@" + place.offset();
    }

    /** Makes one for each task. */
    static final class Supplier implements ProcessorSupplier<byte[], byte[], Void, Void> {

        private final LedgerConfig config;
        private final Seed seed;

        Supplier(LedgerConfig config, Seed seed) {
            this.config = config;
            this.seed = seed;
        }

        @Override
        public Processor<byte[], byte[], Void, Void> get() {
            return new SeedProcessor(config, seed);
        }

        @Override
        public Set<StoreBuilder<?>> stores() {
            return Set.of(
                    StateStores.keyValue(StoreNames.LEDGER),
                    StateStores.keyValue(StoreNames.TOTALS),
                    StateStores.keyValue(StoreNames.USERS),
                    StateStores.keyValue(StoreNames.JOBS));
        }
    }
}
