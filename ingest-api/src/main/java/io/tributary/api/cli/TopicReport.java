package io.tributary.api.cli;

import io.tributary.schemas.Topic;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A topic as it is on a cluster.
 *
 * @param topic as it should be
 * @param state what there is
 * @param partitions how many it has; 0 where there is none
 * @param replication replicas of a partition
 * @param differences what is otherwise than it should be, as {@code key value instead of value}
 */
record TopicReport(Topic<?, ?> topic, State state, int partitions, int replication, List<String> differences) {

    /** Copies the list. */
    TopicReport {
        differences = List.copyOf(differences);
    }

    /** Whether it is there. */
    enum State {
        /** Made just now. */
        CREATED("created"),
        /** There already. */
        EXISTS("exists"),
        /** Not there. */
        MISSING("missing");

        private final String word;

        State(String word) {
            this.word = word;
        }
    }

    /** A topic that is not there. */
    static TopicReport missing(Topic<?, ?> topic) {
        return new TopicReport(topic, State.MISSING, 0, 0, List.of());
    }

    /** What differs between the settings that a topic should have and those it has. */
    static List<String> differences(Map<String, String> wanted, Map<String, String> found) {
        List<String> differences = new ArrayList<>();
        new TreeMap<>(wanted).forEach((key, value) -> {
            String other = found.getOrDefault(key, "none");
            if (!other.equals(value)) {
                differences.add(key + " " + other + " instead of " + value);
            }
        });
        return differences;
    }

    /** The reports as lines for a terminal. */
    static List<String> table(List<TopicReport> reports) {
        List<String> lines = new ArrayList<>();
        lines.add("%-24s %10s %8s  %-13s %s".formatted("topic", "partitions", "replicas", "keeps", "state"));
        for (TopicReport report : reports) {
            String other = report.differences.isEmpty()
                    ? ""
                    : " with other settings: " + String.join(", ", report.differences);
            lines.add("%-24s %10d %8d  %-13s %s"
                    .formatted(
                            report.topic.name(),
                            report.partitions,
                            report.replication,
                            report.topic.cleanup().describe(),
                            report.state.word + other));
        }
        return lines;
    }
}
