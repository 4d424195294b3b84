package io.tributary.topologies.guard;

import io.tributary.topologies.flow.Feature;
import io.tributary.topologies.flow.Reach;
import io.tributary.topologies.flow.Reached;
import io.tributary.topologies.state.Keys;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.processor.TaskId;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.ProcessorSupplier;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/**
 * Stands in front of a feature's processor: hands it what is for it, and notes what it throws. What Kafka throws fails the
 * thread, as everywhere: the record is read again. After any other throw the processor is made anew, as nobody can tell
 * what it holds on the heap. The normal case costs two comparisons a record.
 */
final class GuardedProcessor<KIn, VIn, KOut, VOut> implements Processor<KIn, VIn, KOut, VOut> {

    private final Feature feature;
    private final ProcessorSupplier<KIn, VIn, KOut, VOut> supplier;
    private final Function<TaskId, GuardedTask> tasks;
    private Processor<KIn, VIn, KOut, VOut> processor;
    private @Nullable ProcessorContext<KOut, VOut> context;
    private @Nullable Undo store;
    private @Nullable GuardedTask task;

    GuardedProcessor(
            Feature feature, ProcessorSupplier<KIn, VIn, KOut, VOut> supplier, Function<TaskId, GuardedTask> tasks) {
        this.feature = feature;
        this.supplier = supplier;
        this.tasks = tasks;
        this.processor = supplier.get();
    }

    @Override
    public void init(ProcessorContext<KOut, VOut> opened) {
        KeyValueStore<Bytes, byte[]> rows = opened.getStateStore(feature.store());
        store = new Undo(rows);
        context = new GuardedContext<>(opened, store);
        task = tasks.apply(opened.taskId());
        task.add(feature, this);
        processor.init(context);
    }

    @Override
    public void process(Record<KIn, VIn> record) {
        if (record.value() instanceof Reached reached && !concerns(reached.reach())) {
            return;
        }
        try {
            processor.process(record);
        } catch (KafkaException storeFailed) {
            throw storeFailed;
        } catch (RuntimeException | StackOverflowError thrown) {
            renew();
            Objects.requireNonNull(task).failed(new Failure(feature, thrown));
        }
    }

    @Override
    public void close() {
        processor.close();
    }

    /** Whether it is for this feature, or for one that needs what this one has to say to it. */
    private boolean concerns(Reach reach) {
        return reach.includes(feature.name())
                || Objects.requireNonNull(task).needs(Objects.requireNonNull(reach.feature()), feature);
    }

    /** Makes the processor anew, with nothing on the heap. */
    void renew() {
        processor.close();
        processor = supplier.get();
        processor.init(Objects.requireNonNull(context));
    }

    /** The store to remember what it was like. */
    Undo store() {
        return Objects.requireNonNull(store);
    }

    /** Removes at most {@code most} of a user's rows; says how many. Nothing of them may be on the heap. */
    int clear(byte[] user, int most) {
        List<Bytes> found = new ArrayList<>();
        for (Bytes prefix : feature.rows().prefixes(user)) {
            find(prefix, most, found);
        }
        // Not delete(): that reads the row first.
        found.forEach(key -> store().put(key, null));
        return found.size();
    }

    private void find(Bytes prefix, int most, List<Bytes> found) {
        Bytes end = Keys.after(prefix);
        try (KeyValueIterator<Bytes, byte[]> rows = store().range(prefix, end)) {
            while (found.size() < most && rows.hasNext()) {
                Bytes key = rows.next().key;
                if (key.compareTo(end) < 0) {
                    found.add(key);
                }
            }
        }
    }
}
