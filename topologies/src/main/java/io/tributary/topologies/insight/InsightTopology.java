package io.tributary.topologies.insight;

import io.tributary.avro.Insight;
import io.tributary.topologies.flow.Feature;
import io.tributary.topologies.flow.JobEnded;
import io.tributary.topologies.flow.LedgerChange;
import io.tributary.topologies.flow.MerchantSlice;
import io.tributary.topologies.state.Keys;
import io.tributary.topologies.state.StateStores;
import io.tributary.topologies.state.StoreNames;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.kstream.KStream;
import org.apache.kafka.streams.kstream.Named;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorSupplier;
import org.apache.kafka.streams.state.StoreBuilder;

/** Slices, changes and ended jobs in; announced revisions of findings out, keyed by user. */
public final class InsightTopology {

    /** The feature's name. */
    public static final String NAME = "insight";

    /** What the guard has to know of it. */
    public static final Feature FEATURE = new Feature(
            NAME, 1, InsightProcessor.NODE, StoreNames.INSIGHTS, Set.of("merchant"), InsightTopology::derivedRows);

    private final InsightConfig config;

    /** The feature with these settings. */
    public InsightTopology(InsightConfig config) {
        this.config = config;
    }

    /** What is worth telling, and what is to be taken back. */
    public KStream<String, Insight> apply(
            KStream<String, MerchantSlice> slices,
            KStream<String, LedgerChange> changes,
            KStream<String, JobEnded> jobs) {
        KStream<String, Ground> ofMerchants = slices.mapValues(Ground.OfMerchant::new, Named.as("insight-merchants"));
        KStream<String, Ground> ofEntries = changes.mapValues(Ground.OfEntry::new, Named.as("insight-entries"));
        KStream<String, Ground> ofJobs = jobs.mapValues(Ground.OfJob::new, Named.as("insight-jobs"));
        return ofMerchants
                .merge(ofEntries, Named.as("insight-merchants-and-entries"))
                .merge(ofJobs, Named.as("insight-grounds"))
                .process(new Supplier(config), Named.as(InsightProcessor.NODE));
    }

    /**
     * All but what is found on ended jobs, which are no part of the ledger, and the count of findings: one that is too
     * high is put right by the next sweep.
     */
    private static List<Bytes> derivedRows(byte[] user) {
        List<Bytes> prefixes = new ArrayList<>(List.of(Keys.prefix('m', user)));
        for (InsightKind kind : InsightKind.values()) {
            if (kind != InsightKind.CATEGORY_RESTATED) {
                prefixes.add(Keys.text('i', user, kind.id("")));
            }
        }
        return prefixes;
    }

    private record Supplier(InsightConfig config, Set<StoreBuilder<?>> stores)
            implements ProcessorSupplier<String, Ground, String, Insight> {

        Supplier(InsightConfig config) {
            this(config, Set.of(StateStores.keyValue(StoreNames.INSIGHTS)));
        }

        @Override
        public Processor<String, Ground, String, Insight> get() {
            return new InsightProcessor(config);
        }
    }
}
