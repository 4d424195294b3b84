package io.tributary.topologies.merchant;

import io.tributary.topologies.flow.LedgerChange;
import io.tributary.topologies.flow.MerchantSlice;
import io.tributary.topologies.state.StoreNames;
import java.util.Objects;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the hits of every merchant and sends the newest ones of each merchant that a change touches, the one it left
 * first. Node {@value #NODE}, store {@code merchants}, key type {@code h}.
 *
 * <p>A warm merchant costs one put for a new hit and nothing for a change that leaves the hit as it was; a cold one a
 * reverse range of 49 rows more. A removal at a merchant with more than 48 hits costs that range too.
 */
public final class MerchantProcessor implements Processor<String, LedgerChange, String, MerchantSlice> {

    /** The node's name. */
    public static final String NODE = "merchant-update";

    private final MerchantConfig config;
    private @Nullable ProcessorContext<String, MerchantSlice> context;
    private @Nullable MerchantUpdate update;

    /** A processor with these settings. */
    public MerchantProcessor(MerchantConfig config) {
        this.config = config;
    }

    @Override
    public void init(ProcessorContext<String, MerchantSlice> opened) {
        context = opened;
        update = new MerchantUpdate(config, opened.getStateStore(StoreNames.MERCHANTS));
    }

    @Override
    public void process(Record<String, LedgerChange> change) {
        for (MerchantSlice slice : Objects.requireNonNull(update).apply(change.value())) {
            Objects.requireNonNull(context).forward(change.withValue(slice));
        }
    }
}
