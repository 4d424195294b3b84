package io.tributary.topologies.ledger;

import io.tributary.topologies.job.Deadlines;
import io.tributary.topologies.job.JobTable;
import io.tributary.topologies.job.VerdictRing;
import io.tributary.topologies.settings.SettingsTable;
import io.tributary.topologies.state.Keys;
import io.tributary.topologies.state.RowTable;
import io.tributary.topologies.state.StoreNames;
import io.tributary.topologies.totals.MonthRow;
import io.tributary.topologies.totals.MonthRowCodec;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.processor.api.ProcessingContext;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * The rows the ledger writes, of one partition.
 *
 * @param entries entries and their time order
 * @param totals calendar totals
 * @param settings what users have set
 * @param jobs running and ended jobs
 * @param verdicts outcomes of commands
 * @param deadlines what is due when
 */
record LedgerTables(
        EntryTable entries,
        RowTable<MonthRow> totals,
        SettingsTable settings,
        JobTable jobs,
        VerdictRing verdicts,
        Deadlines deadlines) {

    /** Tables over the stores of a task, with empty caches. */
    static LedgerTables open(ProcessingContext context, LedgerConfig config) {
        KeyValueStore<Bytes, byte[]> jobs = context.getStateStore(StoreNames.JOBS);
        MonthRowCodec months = new MonthRowCodec();
        return new LedgerTables(
                new EntryTable(context.getStateStore(StoreNames.LEDGER), config.cachedEntries()),
                new RowTable<>(
                        context.getStateStore(StoreNames.TOTALS),
                        months::encode,
                        months::decode,
                        config.cachedTotals()),
                new SettingsTable(context.getStateStore(StoreNames.USERS), config.defaultZone(), config.cachedUsers()),
                new JobTable(jobs),
                new VerdictRing(jobs, config.verdicts()),
                new Deadlines(jobs));
    }

    /**
     * How many entries the user has, without walking them: the counts of the totals. Voided ones are not among them, so
     * it is a measure for progress and nothing else.
     */
    long countEntries(byte[] user) {
        long[] count = {0};
        Bytes all = Keys.prefix('m', user);
        totals.walk(all, Keys.after(all), (key, row) -> {
            count[0] += row.count();
            return true;
        });
        return count[0];
    }
}
