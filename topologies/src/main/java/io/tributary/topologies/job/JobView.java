package io.tributary.topologies.job;

import io.tributary.avro.Job;
import io.tributary.avro.state.Verdict;
import io.tributary.topologies.state.Keys;
import io.tributary.topologies.state.RowCodec;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;

/** Reads jobs and verdicts from the {@code jobs} store. Cheap to make; for one thread. */
public final class JobView {

    private static final Bytes ALL_RUNNING = Bytes.wrap(new byte[] {JobTable.RUNNING});

    private final ReadOnlyKeyValueStore<Bytes, byte[]> jobs;
    private final RowCodec<Job> jobCodec = new RowCodec<>(Job.getClassSchema());
    private final RowCodec<Verdict> verdictCodec = new RowCodec<>(Verdict.getClassSchema());

    /** Reads from {@code jobs}. */
    public JobView(ReadOnlyKeyValueStore<Bytes, byte[]> jobs) {
        this.jobs = jobs;
    }

    /** The user's running jobs. */
    public List<Job> running(String userId) {
        return rows(Keys.prefix(JobTable.RUNNING, Keys.user(userId)));
    }

    /** All running jobs in the store: what the pacemaker keeps going. */
    public List<Job> running() {
        return rows(ALL_RUNNING);
    }

    /** The user's jobs that have ended within the last days. */
    public List<Job> ended(String userId) {
        return rows(Keys.prefix(JobTable.ENDED, Keys.user(userId)));
    }

    /** A job of the user, running or ended within the last days. */
    public Optional<Job> find(String userId, String jobId) {
        byte[] user = Keys.user(userId);
        byte[] running = jobs.get(Keys.text(JobTable.RUNNING, user, jobId));
        byte[] row = running != null ? running : jobs.get(Keys.text(JobTable.ENDED, user, jobId));
        return Optional.ofNullable(row).map(jobCodec::decode);
    }

    /** The outcome of a command, once it has been decided. */
    public Optional<Verdict> verdict(String userId, String commandId) {
        byte[] row = jobs.get(Keys.text(VerdictRing.VERDICT, Keys.user(userId), commandId));
        return Optional.ofNullable(row).map(verdictCodec::decode);
    }

    private List<Job> rows(Bytes prefix) {
        Bytes end = Keys.after(prefix);
        List<Job> found = new ArrayList<>();
        try (KeyValueIterator<Bytes, byte[]> rows = jobs.range(prefix, end)) {
            while (rows.hasNext()) {
                KeyValue<Bytes, byte[]> row = rows.next();
                if (row.key.compareTo(end) < 0) {
                    found.add(jobCodec.decode(row.value));
                }
            }
        }
        return found;
    }
}
