package io.tributary.topologies.merchant;

import io.tributary.topologies.flow.Feature;
import io.tributary.topologies.flow.LedgerChange;
import io.tributary.topologies.flow.MerchantSlice;
import io.tributary.topologies.state.Keys;
import io.tributary.topologies.state.StateStores;
import io.tributary.topologies.state.StoreNames;
import java.util.List;
import java.util.Set;
import org.apache.kafka.streams.kstream.KStream;
import org.apache.kafka.streams.kstream.Named;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorSupplier;
import org.apache.kafka.streams.state.StoreBuilder;

/** Ledger changes in, the newest hits of the merchants they touch out; both keyed by user. */
public final class MerchantTopology {

    /** The feature's name. */
    public static final String NAME = "merchant";

    /** What the guard has to know of it. */
    public static final Feature FEATURE = new Feature(
            NAME, 1, MerchantProcessor.NODE, StoreNames.MERCHANTS, Set.of(), user -> List.of(Keys.prefix('h', user)));

    private final MerchantConfig config;

    /** The feature with these settings. */
    public MerchantTopology(MerchantConfig config) {
        this.config = config;
    }

    /** One slice for each merchant that a change touches. */
    public KStream<String, MerchantSlice> apply(KStream<String, LedgerChange> changes) {
        return changes.process(new Supplier(config), Named.as(MerchantProcessor.NODE));
    }

    private record Supplier(MerchantConfig config, Set<StoreBuilder<?>> stores)
            implements ProcessorSupplier<String, LedgerChange, String, MerchantSlice> {

        Supplier(MerchantConfig config) {
            this(config, Set.of(StateStores.keyValue(StoreNames.MERCHANTS)));
        }

        @Override
        public Processor<String, LedgerChange, String, MerchantSlice> get() {
            return new MerchantProcessor(config);
        }
    }
}
