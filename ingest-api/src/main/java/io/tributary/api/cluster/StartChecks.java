package io.tributary.api.cluster;

import io.tributary.api.config.StartupProblem;
import io.tributary.schemas.Topics;
import io.tributary.topologies.Seeding;
import io.tributary.topologies.state.StateLayouts;
import io.tributary.topologies.state.StoreNames;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/**
 * Looks, before an instance starts, whether log, outputs and state fit each other and this version, and whether it would be
 * the only application on the log. What does not fit is said in one sentence, with what to do about it; started all the
 * same it would book facts twice, look for users in the wrong place or overwrite what another version knows.
 */
public final class StartChecks {

    private static final String LOG = Topics.EXPENSES_RAW.name();

    /** The newest rows tell: a later version rewrites with each record that it processes. */
    private static final long TAIL = 200;

    private final Cluster cluster;
    private final CommittedRecords records;
    private final String applicationId;
    private final int partitions;
    private final Applications applications;

    /**
     * Checks for an application.
     *
     * @param records reads changelogs
     * @param partitions of the log
     */
    public StartChecks(Cluster cluster, CommittedRecords records, String applicationId, int partitions) {
        this.cluster = cluster;
        this.records = records;
        this.applicationId = applicationId;
        this.partitions = partitions;
        this.applications = new Applications(cluster, partitions);
    }

    /**
     * All checks.
     *
     * @throws StartupProblem with the first thing that does not fit
     */
    public void run() {
        List<String> state = statePartitions();
        outputPartitions();
        Map<Integer, Long> processed = applications.processed(applicationId);
        if (state.isEmpty()) {
            beginning(processed);
        }
        place(processed);
        others(processed);
        layouts(state);
    }

    /** The changelogs that are there, each with as many partitions as the log. */
    private List<String> statePartitions() {
        List<String> changelogs = StoreNames.all().stream()
                .map(store -> Applications.changelog(applicationId, store))
                .toList();
        Map<String, Integer> found = cluster.partitions(changelogs);
        found.forEach((changelog, built) -> {
            if (built != partitions) {
                throw new StartupProblem("The state of " + applicationId + " was built with " + built
                        + " partitions, but " + LOG + " has " + partitions
                        + ": users would be looked for in the wrong place. A log keeps the number it was created"
                        + " with: create the topics anew, start with another application.id and send the facts again.");
            }
        });
        return List.copyOf(found.keySet());
    }

    private void outputPartitions() {
        Map<String, Integer> found = cluster.partitions(Seeding.SOURCES);
        for (String topic : Seeding.SOURCES) {
            Integer there = found.get(topic);
            if (there == null) {
                throw new StartupProblem(
                        "The topic " + topic + " does not exist: run \"tributary topics\", or set topics.create.");
            }
            if (there != partitions) {
                throw new StartupProblem("The topic " + topic + " has " + there + " partitions, but " + LOG + " has "
                        + partitions + ": the state could not be rebuilt from it. Create it anew with as many as the"
                        + " log, before there is data in it.");
            }
        }
    }

    /** Without state only what has processed nothing may begin. */
    private void beginning(Map<Integer, Long> processed) {
        Map<TopicPartition, Long> starts = cluster.starts(applications.log());
        starts.forEach((partition, start) -> {
            long next = processed.getOrDefault(partition.partition(), 0L);
            if (next > start) {
                throw new StartupProblem("The application " + applicationId + " has processed " + partition
                        + " up to offset " + next + ", but its topics " + applicationId
                        + "-*-changelog are gone: run \"tributary rebuild\", and start with the application.id that it"
                        + " names.");
            }
        });
    }

    /** Where the state says that the log was left, the log must still be. */
    private void place(Map<Integer, Long> processed) {
        if (applications.isHalfBuilt(applicationId)) {
            throw new StartupProblem("The rebuild of " + applicationId
                    + " was cut short: run \"tributary rebuild\" again, it goes on where it stands.");
        }
        List<Integer> unplaced = IntStream.range(0, partitions)
                .filter(partition -> !processed.containsKey(partition))
                .boxed()
                .toList();
        Set<Integer> stateful = applications.withState(applicationId, unplaced, records);
        // Another instance may have made its first commit meanwhile, rows and offset in one.
        if (!applications.processed(applicationId).keySet().containsAll(stateful)) {
            throw new StartupProblem("There is state of " + applicationId + " but no offset that says up to where it"
                    + " knows " + LOG + ": it would take every fact a second time. Start with another application.id,"
                    + " or delete the topics " + applicationId
                    + "-*-changelog and let it read the log from its start.");
        }
        Map<TopicPartition, Long> ends = cluster.ends(applications.log());
        ends.forEach((partition, end) -> {
            long next = processed.getOrDefault(partition.partition(), 0L);
            if (next > end) {
                throw new StartupProblem("The state of " + applicationId + " knows " + partition + " up to offset "
                        + next + ", but it ends at " + end + ": this is another log than the one it was built from."
                        + " Start with another application.id.");
            }
        });
    }

    /** Two applications on one log would publish what the other does not know. */
    private void others(Map<Integer, Long> processed) {
        for (String other : applications.ids()) {
            if (!other.equals(applicationId) && cluster.members(other) > 0) {
                throw new StartupProblem("The application " + other + " is running on the same " + LOG
                        + ": two would publish against each other. Stop it, or start with application.id=" + other
                        + ".");
            }
        }
        for (String next : applications.descendantsOf(applicationId)) {
            boolean ahead = applications.processed(next).entrySet().stream()
                    .anyMatch(place -> place.getValue() > processed.getOrDefault(place.getKey(), 0L));
            if (ahead) {
                throw new StartupProblem("The application " + next + " has gone on where " + applicationId
                        + " stopped: start with application.id=" + next + ", or rebuild from it.");
            }
        }
    }

    private void layouts(List<String> changelogs) {
        List<String> layered = new ArrayList<>(changelogs);
        layered.retainAll(StateLayouts.stores().stream()
                .map(store -> Applications.changelog(applicationId, store))
                .toList());
        List<TopicPartition> places = applications.partitionsOf(layered);
        if (places.isEmpty()) {
            return;
        }
        Map<TopicPartition, Long> ends = cluster.committedEnds(places);
        Map<TopicPartition, Long> from = new HashMap<>(cluster.starts(places));
        from.replaceAll((place, start) -> Math.max(start, ends.getOrDefault(place, 0L) - TAIL));
        from.entrySet().removeIf(place -> place.getValue() >= ends.getOrDefault(place.getKey(), 0L));
        if (records.any(from, ends, StartChecks::isLater)) {
            throw new StartupProblem("The state of " + applicationId + " holds rows that a later version of Tributary"
                    + " wrote: start that version, or rebuild the state under another application.id with this one.");
        }
    }

    private static boolean isLater(ConsumerRecord<byte @Nullable [], byte @Nullable []> row) {
        byte[] value = row.value();
        return value != null && StateLayouts.isLater(value);
    }
}
