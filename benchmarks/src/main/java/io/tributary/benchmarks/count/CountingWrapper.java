package io.tributary.benchmarks.count;

import java.util.Map;
import java.util.Set;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.processor.api.FixedKeyProcessor;
import org.apache.kafka.streams.processor.api.FixedKeyProcessorContext;
import org.apache.kafka.streams.processor.api.FixedKeyProcessorSupplier;
import org.apache.kafka.streams.processor.api.FixedKeyRecord;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.ProcessorSupplier;
import org.apache.kafka.streams.processor.api.ProcessorWrapper;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.processor.api.WrappedFixedKeyProcessorSupplier;
import org.apache.kafka.streams.processor.api.WrappedProcessorSupplier;
import org.apache.kafka.streams.state.StoreBuilder;
import org.jspecify.annotations.Nullable;

/** Gives the product's own processors a context whose stores count. Named in the Streams configuration. */
public final class CountingWrapper implements ProcessorWrapper {

    private static final String OPERATIONS = "tributary.bench.operations";
    private static final String OWN = "io.tributary.";

    private StoreOperations operations = new StoreOperations();

    /** For Streams. */
    public CountingWrapper() {}

    /** The settings that make Streams count. */
    public static Map<String, Object> settings(StoreOperations operations) {
        return Map.of(StreamsConfig.PROCESSOR_WRAPPER_CLASS_CONFIG, CountingWrapper.class, OPERATIONS, operations);
    }

    @Override
    public void configure(Map<String, ?> configs) {
        if (configs.get(OPERATIONS) instanceof StoreOperations given) {
            operations = given;
        }
    }

    @Override
    public <KIn, VIn, KOut, VOut> WrappedProcessorSupplier<KIn, VIn, KOut, VOut> wrapProcessorSupplier(
            String name, ProcessorSupplier<KIn, VIn, KOut, VOut> supplier) {
        return new WrappedProcessorSupplier<>() {
            @Override
            public Processor<KIn, VIn, KOut, VOut> get() {
                Processor<KIn, VIn, KOut, VOut> real = supplier.get();
                return isOwn(real) ? new Counted<>(real, operations) : real;
            }

            @Override
            public @Nullable Set<StoreBuilder<?>> stores() {
                return supplier.stores();
            }
        };
    }

    @Override
    public <KIn, VIn, VOut> WrappedFixedKeyProcessorSupplier<KIn, VIn, VOut> wrapFixedKeyProcessorSupplier(
            String name, FixedKeyProcessorSupplier<KIn, VIn, VOut> supplier) {
        return new WrappedFixedKeyProcessorSupplier<>() {
            @Override
            public FixedKeyProcessor<KIn, VIn, VOut> get() {
                FixedKeyProcessor<KIn, VIn, VOut> real = supplier.get();
                return isOwn(real) ? new CountedFixedKey<>(real, operations) : real;
            }

            @Override
            public @Nullable Set<StoreBuilder<?>> stores() {
                return supplier.stores();
            }
        };
    }

    // The processors that Streams builds itself need the very context that Streams gives them, and hold no store here.
    private static boolean isOwn(Object processor) {
        return processor.getClass().getName().startsWith(OWN);
    }

    private record Counted<KIn, VIn, KOut, VOut>(Processor<KIn, VIn, KOut, VOut> real, StoreOperations operations)
            implements Processor<KIn, VIn, KOut, VOut> {

        @Override
        @SuppressWarnings("unchecked")
        public void init(ProcessorContext<KOut, VOut> context) {
            real.init(CountedContext.around(ProcessorContext.class, context, operations));
        }

        @Override
        public void process(Record<KIn, VIn> input) {
            operations.enter();
            real.process(input);
            operations.leave();
        }

        @Override
        public void close() {
            real.close();
        }
    }

    private record CountedFixedKey<KIn, VIn, VOut>(FixedKeyProcessor<KIn, VIn, VOut> real, StoreOperations operations)
            implements FixedKeyProcessor<KIn, VIn, VOut> {

        @Override
        @SuppressWarnings("unchecked")
        public void init(FixedKeyProcessorContext<KIn, VOut> context) {
            real.init(CountedContext.around(FixedKeyProcessorContext.class, context, operations));
        }

        @Override
        public void process(FixedKeyRecord<KIn, VIn> input) {
            operations.enter();
            real.process(input);
            operations.leave();
        }

        @Override
        public void close() {
            real.close();
        }
    }
}
