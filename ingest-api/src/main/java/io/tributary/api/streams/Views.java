package io.tributary.api.streams;

import io.tributary.avro.Continue;
import io.tributary.schemas.Partitioning;
import io.tributary.topologies.guard.GuardView;
import io.tributary.topologies.insight.InsightView;
import io.tributary.topologies.job.JobView;
import io.tributary.topologies.ledger.LedgerView;
import io.tributary.topologies.merchant.MerchantView;
import io.tributary.topologies.settings.SettingsView;
import io.tributary.topologies.state.StoreNames;
import io.tributary.topologies.totals.TotalsView;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntSupplier;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;

/** The state of a user as the features' own views read it. Views are for one request: they are never kept. */
public final class Views {

    private final StoreReader stores;
    private final IntSupplier partitions;

    /**
     * Reads through {@code stores}.
     *
     * @param partitions number of partitions of the log
     */
    public Views(StoreReader stores, IntSupplier partitions) {
        this.stores = stores;
        this.partitions = partitions;
    }

    /** The partition that has the user. */
    public int partitionOf(String userId) {
        return Partitioning.partition(userId, partitions.getAsInt());
    }

    /** The ledger of the user's partition. */
    public LedgerView ledger(String userId) {
        return new LedgerView(stores.open(StoreNames.LEDGER, partitionOf(userId)));
    }

    /** The totals of the user's partition. */
    public TotalsView totals(String userId) {
        return new TotalsView(stores.open(StoreNames.TOTALS, partitionOf(userId)));
    }

    /** The settings of the user's partition. */
    public SettingsView settings(String userId) {
        return new SettingsView(stores.open(StoreNames.USERS, partitionOf(userId)));
    }

    /** Jobs and verdicts of the user's partition. */
    public JobView jobs(String userId) {
        return new JobView(stores.open(StoreNames.JOBS, partitionOf(userId)));
    }

    /** Which features of the user's partition are incomplete. */
    public GuardView guard(String userId) {
        return new GuardView(stores.open(StoreNames.JOBS, partitionOf(userId)));
    }

    /** What a partition is to go on with: the steps that its jobs, rebuilds and backfills stand at. */
    public List<Continue> due(int partition) {
        ReadOnlyKeyValueStore<Bytes, byte[]> jobs = stores.open(StoreNames.JOBS, partition);
        List<Continue> due = new ArrayList<>(new GuardView(jobs).due());
        new JobView(jobs)
                .running()
                .forEach(job -> due.add(new Continue(job.getUserId(), job.getJobId(), job.getStep())));
        return due;
    }

    /** The findings of the user's partition. */
    public InsightView insights(String userId) {
        return new InsightView(stores.open(StoreNames.INSIGHTS, partitionOf(userId)));
    }

    /** The merchants of the user's partition. */
    public MerchantView merchants(String userId) {
        return new MerchantView(stores.open(StoreNames.MERCHANTS, partitionOf(userId)));
    }
}
