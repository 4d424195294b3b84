package io.tributary.topologies.guard;

import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.apache.kafka.streams.processor.api.FixedKeyProcessorSupplier;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.ProcessorSupplier;
import org.apache.kafka.streams.processor.api.ProcessorWrapper;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.processor.api.WrappedFixedKeyProcessorSupplier;
import org.apache.kafka.streams.processor.api.WrappedProcessorSupplier;
import org.apache.kafka.streams.state.StoreBuilder;
import org.jspecify.annotations.Nullable;

/** Puts {@link Faults} around every processor and every store that Streams builds. */
public final class FaultWrapper implements ProcessorWrapper {

    private @Nullable Faults faults;

    /** For Streams. */
    public FaultWrapper() {}

    @Override
    public void configure(Map<String, ?> configs) {
        faults = (Faults) Objects.requireNonNull(configs.get(Faults.CONFIG));
    }

    @Override
    public <KIn, VIn, KOut, VOut> WrappedProcessorSupplier<KIn, VIn, KOut, VOut> wrapProcessorSupplier(
            String node, ProcessorSupplier<KIn, VIn, KOut, VOut> supplier) {
        return new Supplier<>(node, supplier, Objects.requireNonNull(faults));
    }

    @Override
    public <KIn, VIn, VOut> WrappedFixedKeyProcessorSupplier<KIn, VIn, VOut> wrapFixedKeyProcessorSupplier(
            String node, FixedKeyProcessorSupplier<KIn, VIn, VOut> supplier) {
        return ProcessorWrapper.asWrappedFixedKey(supplier);
    }

    private record Supplier<KIn, VIn, KOut, VOut>(
            String node, ProcessorSupplier<KIn, VIn, KOut, VOut> supplier, Faults faults)
            implements WrappedProcessorSupplier<KIn, VIn, KOut, VOut> {

        @Override
        public Processor<KIn, VIn, KOut, VOut> get() {
            return new Faulty<>(node, supplier.get(), faults);
        }

        @Override
        public @Nullable Set<StoreBuilder<?>> stores() {
            Set<StoreBuilder<?>> stores = supplier.stores();
            if (stores == null) {
                return null;
            }
            Set<StoreBuilder<?>> faulty = new HashSet<>();
            stores.forEach(store -> faulty.add(FaultyStores.around(store, faults)));
            return faulty;
        }
    }

    private static final class Faulty<KIn, VIn, KOut, VOut> implements Processor<KIn, VIn, KOut, VOut> {

        private final String node;
        private final Processor<KIn, VIn, KOut, VOut> processor;
        private final Faults faults;

        Faulty(String node, Processor<KIn, VIn, KOut, VOut> processor, Faults faults) {
            this.node = node;
            this.processor = processor;
            this.faults = faults;
        }

        @Override
        public void init(ProcessorContext<KOut, VOut> context) {
            processor.init(context);
        }

        @Override
        public void process(Record<KIn, VIn> record) {
            faults.reached(node, Faults.BEFORE, record.value());
            processor.process(record);
            faults.reached(node, Faults.AFTER, record.value());
        }

        @Override
        public void close() {
            processor.close();
        }
    }
}
