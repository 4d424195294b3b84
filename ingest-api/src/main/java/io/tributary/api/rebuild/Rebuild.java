package io.tributary.api.rebuild;

import io.tributary.api.cluster.Applications;
import io.tributary.api.cluster.Cluster;
import io.tributary.api.cluster.CommittedRecords;
import io.tributary.api.config.ServerConfig;
import io.tributary.api.config.StartupProblem;
import io.tributary.api.streams.TopicSetup;
import io.tributary.schemas.Topics;
import io.tributary.topologies.Seeding;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.TopicPartition;

/**
 * Builds the state anew from the system of record, for another application id to go on with where the old one stopped.
 * The old one must stand still meanwhile; nothing of it is changed, and nothing is announced. What the new one has read is
 * committed with what it made of it, so that a rebuild that was cut short goes on where it stands; only when it is complete
 * does the new group get its place in the log, and until then nobody can start it.
 */
public final class Rebuild implements AutoCloseable {

    /** A killed instance is in its group for a session, and its transaction is open for as long and the broker's next look. */
    private static final Duration GRACE = Duration.ofSeconds(15);

    private static final String FIRST_SUFFIX = "-2";

    private final ServerConfig config;
    private final String from;
    private final Admin admin;
    private final Cluster cluster;
    private final Applications applications;
    private final Standstill standstill;

    private Rebuild(ServerConfig config, String from, Admin admin) {
        this.config = config;
        this.from = from;
        this.admin = admin;
        this.cluster = new Cluster(admin);
        int partitions = new TopicSetup(admin).logPartitions();
        this.applications = new Applications(cluster, partitions);
        this.standstill = new Standstill(
                cluster, applications, config.streams().sessionTimeout().plus(GRACE));
    }

    /** Is told how far it has come. */
    @FunctionalInterface
    public interface Progress {

        /** So many of the offsets are read. */
        void reached(long done, long total);
    }

    /**
     * A rebuild.
     *
     * @param config of the new application
     * @param from the application id whose place is taken
     * @throws StartupProblem when Kafka is away or the topics do not fit each other
     */
    public static Rebuild of(ServerConfig config, String from) {
        Admin admin = Admin.create(new HashMap<>(config.kafka()));
        try {
            return new Rebuild(config, from, admin);
        } catch (RuntimeException refused) {
            admin.close(Duration.ZERO);
            throw refused;
        }
    }

    /**
     * The id to take where none is given: the old one with the next number, or the one of a rebuild that was cut short.
     *
     * @throws StartupProblem when Kafka is away
     */
    public static String nextId(ServerConfig config) {
        String old = config.streams().applicationId();
        try (Admin admin = Admin.create(new HashMap<>(config.kafka()))) {
            Cluster cluster = new Cluster(admin);
            Applications applications = new Applications(cluster, 0);
            Set<String> known = new HashSet<>(applications.ids());
            String next = next(old);
            while (known.contains(next) && !applications.isHalfBuilt(next)) {
                next = next(next);
            }
            return next;
        }
    }

    /**
     * Looks whether it can be done, and changes nothing.
     *
     * @throws StartupProblem with one sentence when it cannot
     */
    public RebuildPlan plan() throws InterruptedException {
        String to = config.streams().applicationId();
        if (from.equals(to)) {
            throw new StartupProblem(
                    "The new application id must not be the old one (" + from + "): its state is still there.");
        }
        Map<Integer, Long> cut = standstill.cut(from);
        standstill.requireStopped(to);
        boolean resumed = applications.isHalfBuilt(to);
        if (!resumed) {
            requireUnused(to, cut.size());
        }
        return new RebuildPlan(from, to, cut, seedRun().total(), resumed);
    }

    /**
     * Does it.
     *
     * @throws StartupProblem with one sentence when it cannot be done, or the old application moved meanwhile
     */
    public void run(RebuildPlan plan, Progress progress) throws InterruptedException {
        SeedRun seedRun = seedRun();
        seedRun.run(plan.cut(), progress);
        if (!standstill.cut(from).equals(plan.cut())) {
            throw new StartupProblem(
                    "The application " + from + " has gone on meanwhile: stop all its instances, then rebuild again.");
        }
        standstill.requireStopped(plan.to());
        Map<TopicPartition, Long> offsets = new HashMap<>();
        plan.cut()
                .forEach((partition, offset) ->
                        offsets.put(new TopicPartition(Topics.EXPENSES_RAW.name(), partition), offset));
        TopicPartition descent = Applications.descent(plan.from());
        if (applications.ids().contains(plan.from())) {
            offsets.putAll(cluster.ends(List.of(descent)));
        }
        cluster.commit(plan.to(), offsets);
        Set<TopicPartition> read = new HashSet<>(cluster.committed(plan.to()).keySet());
        read.removeIf(place -> !Seeding.SOURCES.contains(place.topic()));
        cluster.forget(plan.to(), read);
    }

    @Override
    public void close() {
        admin.close(Duration.ofSeconds(1));
    }

    private SeedRun seedRun() throws InterruptedException {
        List<TopicPartition> places = applications.partitionsOf(Seeding.SOURCES);
        return new SeedRun(config, cluster, cluster.starts(places), standstill.ends(Seeding.SOURCES));
    }

    private void requireUnused(String to, int partitions) {
        List<Integer> all = IntStream.range(0, partitions).boxed().toList();
        if (!applications.processed(to).isEmpty()
                || !applications
                        .withState(to, all, new CommittedRecords(config.kafka()))
                        .isEmpty()) {
            throw new StartupProblem(
                    "The application " + to + " has state already: choose another id for the new one.");
        }
    }

    private static String next(String id) {
        int dash = id.lastIndexOf('-');
        String number = id.substring(dash + 1);
        boolean numbered = dash > 0 && number.matches("[1-9][0-9]{0,8}");
        return numbered ? id.substring(0, dash + 1) + (Long.parseLong(number) + 1) : id + FIRST_SUFFIX;
    }
}
