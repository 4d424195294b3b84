package io.tributary.api.rebuild;

import io.tributary.api.cluster.Applications;
import io.tributary.api.cluster.Cluster;
import io.tributary.api.config.StartupProblem;
import io.tributary.schemas.Topics;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;

/** Makes sure that an application stands still, and says where. */
final class Standstill {

    private static final String LOG = Topics.EXPENSES_RAW.name();
    private static final long POLL_MILLIS = 200;

    private final Cluster cluster;
    private final Applications applications;
    private final Duration patience;

    /**
     * On a cluster.
     *
     * @param patience how long an instance that was killed, and what it left open, may take to be forgotten
     */
    Standstill(Cluster cluster, Applications applications, Duration patience) {
        this.cluster = cluster;
        this.applications = applications;
        this.patience = patience;
    }

    /**
     * By partition, the first offset of the log that the application has not processed.
     *
     * @throws StartupProblem when it runs, has processed nothing, or its offsets are not of this log
     */
    Map<Integer, Long> cut(String applicationId) throws InterruptedException {
        requireStopped(applicationId);
        Map<Integer, Long> processed = applications.settled(applicationId);
        if (processed.isEmpty()) {
            List<String> known = applications.ids();
            throw new StartupProblem("The application " + applicationId + " has no offsets on " + LOG
                    + ", so nobody can say where to go on: check application.id; the cluster knows "
                    + (known.isEmpty() ? "none." : String.join(", ", known) + "."));
        }
        Map<TopicPartition, Long> starts = cluster.starts(applications.log());
        Map<TopicPartition, Long> ends = cluster.ends(applications.log());
        Map<Integer, Long> cut = new HashMap<>();
        starts.forEach((place, start) -> {
            // A partition in which nothing was ever processed is gone on with from its first offset.
            long next = processed.getOrDefault(place.partition(), 0L);
            requireWithin(applicationId, place, next, start, ends.getOrDefault(place, 0L));
            cut.put(place.partition(), next);
        });
        return cut;
    }

    /**
     * Waits until nobody of the group is left.
     *
     * @throws StartupProblem when somebody stays
     */
    void requireStopped(String applicationId) throws InterruptedException {
        long deadline = System.nanoTime() + patience.toNanos();
        while (cluster.members(applicationId) > 0) {
            if (System.nanoTime() > deadline) {
                throw new StartupProblem(
                        "The application " + applicationId + " is running: stop all its instances, then try again.");
            }
            Thread.sleep(POLL_MILLIS);
        }
    }

    /**
     * Where the topics end, once no transaction is open in them.
     *
     * @throws StartupProblem when one stays open
     */
    Map<TopicPartition, Long> ends(List<String> topics) throws InterruptedException {
        List<TopicPartition> places = applications.partitionsOf(topics);
        long deadline = System.nanoTime() + patience.toNanos();
        while (true) {
            Map<TopicPartition, Long> ends = cluster.ends(places);
            if (cluster.committedEnds(places).equals(ends)) {
                return ends;
            }
            if (System.nanoTime() > deadline) {
                throw new StartupProblem("Somebody is writing to " + String.join(" or ", topics)
                        + ", or has left a transaction open: stop all instances, wait a minute, then try again.");
            }
            Thread.sleep(POLL_MILLIS);
        }
    }

    private static void requireWithin(String applicationId, TopicPartition place, long next, long start, long end) {
        if (next < start) {
            throw new StartupProblem("The application " + applicationId + " has processed " + place + " up to offset "
                    + next + ", but the log begins at " + start
                    + ": what lies between is gone, and a rebuilt state would lack it without a word.");
        }
        if (next > end) {
            throw new StartupProblem("The application " + applicationId + " has processed " + place + " up to offset "
                    + next + ", but the log ends at " + end + ": this is not the log that its state was built from.");
        }
    }
}
