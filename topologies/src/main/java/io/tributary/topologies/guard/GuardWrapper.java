package io.tributary.topologies.guard;

import io.tributary.topologies.flow.Feature;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.apache.kafka.common.utils.Utils;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.processor.api.FixedKeyProcessorSupplier;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorSupplier;
import org.apache.kafka.streams.processor.api.ProcessorWrapper;
import org.apache.kafka.streams.processor.api.WrappedFixedKeyProcessorSupplier;
import org.apache.kafka.streams.processor.api.WrappedProcessorSupplier;
import org.apache.kafka.streams.state.StoreBuilder;
import org.jspecify.annotations.Nullable;

/**
 * Puts the guard before the nodes of features while Streams builds the topology. {@link FeatureGuard#wrapping} tells
 * Streams of it. A wrapper that was configured before is kept, inside the guard.
 */
public final class GuardWrapper implements ProcessorWrapper {

    /** Where the {@link FeatureGuard} travels in the configuration, which is how an instance of this class gets it. */
    static final String GUARD = "tributary.feature.guard";

    /** Where the class of the wrapper travels that was configured before. */
    static final String INNER = "tributary.feature.guard.inner.wrapper";

    private @Nullable FeatureGuard guard;
    private @Nullable ProcessorWrapper inner;

    /** For Streams. */
    public GuardWrapper() {}

    @Override
    public void configure(Map<String, ?> configs) {
        if (!(configs.get(GUARD) instanceof FeatureGuard given)) {
            throw new IllegalStateException("the guard is missing from the configuration of the topology");
        }
        guard = given;
        Object before = configs.get(INNER);
        if (before != null) {
            inner = instance(before);
            inner.configure(configs);
        }
    }

    @Override
    public <KIn, VIn, KOut, VOut> WrappedProcessorSupplier<KIn, VIn, KOut, VOut> wrapProcessorSupplier(
            String node, ProcessorSupplier<KIn, VIn, KOut, VOut> supplier) {
        WrappedProcessorSupplier<KIn, VIn, KOut, VOut> wrapped =
                inner == null ? ProcessorWrapper.asWrapped(supplier) : inner.wrapProcessorSupplier(node, supplier);
        FeatureGuard given = Objects.requireNonNull(guard);
        Feature feature = given.featureAt(node);
        return feature == null ? wrapped : new Guarded<>(feature, wrapped, given);
    }

    @Override
    public <KIn, VIn, VOut> WrappedFixedKeyProcessorSupplier<KIn, VIn, VOut> wrapFixedKeyProcessorSupplier(
            String node, FixedKeyProcessorSupplier<KIn, VIn, VOut> supplier) {
        return inner == null
                ? ProcessorWrapper.asWrappedFixedKey(supplier)
                : inner.wrapFixedKeyProcessorSupplier(node, supplier);
    }

    private static ProcessorWrapper instance(Object type) {
        try {
            return type instanceof Class<?> known
                    ? Utils.newInstance(known.asSubclass(ProcessorWrapper.class))
                    : Utils.newInstance(type.toString(), ProcessorWrapper.class);
        } catch (ClassNotFoundException unknown) {
            throw new IllegalArgumentException(StreamsConfig.PROCESSOR_WRAPPER_CLASS_CONFIG + "=" + type, unknown);
        }
    }

    private record Guarded<KIn, VIn, KOut, VOut>(
            Feature feature, ProcessorSupplier<KIn, VIn, KOut, VOut> supplier, FeatureGuard guard)
            implements WrappedProcessorSupplier<KIn, VIn, KOut, VOut> {

        @Override
        public Processor<KIn, VIn, KOut, VOut> get() {
            return new GuardedProcessor<>(feature, supplier, guard::task);
        }

        @Override
        public @Nullable Set<StoreBuilder<?>> stores() {
            return supplier.stores();
        }
    }
}
