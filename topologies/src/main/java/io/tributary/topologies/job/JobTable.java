package io.tributary.topologies.job;

import io.tributary.avro.Job;
import io.tributary.topologies.state.Keys;
import io.tributary.topologies.state.RowCodec;
import io.tributary.topologies.state.RowTable;
import io.tributary.topologies.state.Writes;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/**
 * The jobs of one partition: running ones, and ended ones until their deadline. A job does its steps when a
 * {@code Continue} names the step it stands at; anything else changes nothing, so losing or repeating one is harmless.
 */
public final class JobTable {

    static final char RUNNING = 'j';
    static final char ENDED = 'f';
    private static final String ENTITY = "job|";
    private static final int CACHED = 1_000;

    private final RowTable<Job> rows;

    /** Jobs in the {@code jobs} store. */
    public JobTable(KeyValueStore<Bytes, byte[]> jobs) {
        RowCodec<Job> codec = new RowCodec<>(Job.getClassSchema());
        this.rows = new RowTable<>(jobs, codec::encode, codec::decode, CACHED);
    }

    /** The running job of this id; null when there is none. */
    public @Nullable Job running(byte[] user, String jobId) {
        return rows.get(Keys.text(RUNNING, user, jobId));
    }

    /** The user's running jobs, by id. */
    public List<Job> running(byte[] user) {
        List<Job> jobs = new ArrayList<>();
        Bytes prefix = Keys.prefix(RUNNING, user);
        rows.walk(prefix, Keys.after(prefix), (key, job) -> jobs.add(job));
        return jobs;
    }

    /**
     * Adds the start of a job to what the step writes. A running job of the same kind and subject is superseded: the
     * new one starts at the first row again and does with the settings as they then stand all that the old one had left.
     *
     * @return the superseded jobs
     */
    public List<Job> start(Writes writes, byte[] user, Job job) {
        List<Job> superseded = running(user).stream()
                .filter(other -> other.getKind() == job.getKind()
                        && Objects.equals(other.getMerchantKey(), job.getMerchantKey()))
                .toList();
        superseded.forEach(other -> writes.delete(rows, Keys.text(RUNNING, user, other.getJobId())));
        writes.put(rows, Keys.text(RUNNING, user, job.getJobId()), job);
        return superseded;
    }

    /** Adds a job's next state to what the step writes. */
    public void advance(Writes writes, byte[] user, Job job) {
        if (job.getEndedAt() == null) {
            writes.put(rows, Keys.text(RUNNING, user, job.getJobId()), job);
        } else {
            writes.delete(rows, Keys.text(RUNNING, user, job.getJobId()));
            writes.put(rows, Keys.text(ENDED, user, job.getJobId()), job);
        }
    }

    /** The job that is an entity of users.state, {@code job|ID}, running or ended. */
    public Optional<Job> find(byte[] user, String entity) {
        if (!entity.startsWith(ENTITY)) {
            return Optional.empty();
        }
        String id = entity.substring(ENTITY.length());
        Job running = running(user, id);
        return Optional.ofNullable(running == null ? rows.get(Keys.text(ENDED, user, id)) : running);
    }

    /** Adds to what the step writes that the job is as given, wherever it stood before; or that it is not known. */
    public void restore(Writes writes, byte[] user, Job job, boolean known) {
        for (char type : new char[] {RUNNING, ENDED}) {
            Bytes key = Keys.text(type, user, job.getJobId());
            if (known && type == (job.getEndedAt() == null ? RUNNING : ENDED)) {
                writes.put(rows, key, job);
            } else if (rows.get(key) != null) {
                writes.delete(rows, key);
            }
        }
    }

    /** Adds the removal of an ended job to what the step writes; the job, where there was one. */
    public @Nullable Job forget(Writes writes, byte[] user, String jobId) {
        Bytes key = Keys.text(ENDED, user, jobId);
        Job ended = rows.get(key);
        if (ended != null) {
            writes.delete(rows, key);
        }
        return ended;
    }
}
