package io.tributary.standalone.drill;

import io.tributary.standalone.drill.load.Answers;
import java.util.List;
import java.util.Map;

/**
 * What a drill did and found.
 *
 * @param plan what it was to do
 * @param loadSeconds how long the load went on
 * @param kills each kill, in order
 * @param facts facts of the feed that the broker confirmed
 * @param requests counts of what users did
 * @param compared counts of what was compared in the end
 * @param findingCount how many findings there are
 * @param findings the first thousand
 */
public record DrillReport(
        DrillPlan plan,
        double loadSeconds,
        List<Kill> kills,
        long facts,
        Map<String, Long> requests,
        Map<String, Long> compared,
        long findingCount,
        List<String> findings) {

    /**
     * A kill.
     *
     * @param number from 1
     * @param atSeconds when, since the load began
     * @param what which processes, with their ids
     * @param openTransactions transactions that were left uncommitted, by the state the broker had them in
     * @param answersAfterSeconds how long until a query was answered again
     * @param asked answers of before that were asked for again
     */
    public record Kill(
            int number,
            double atSeconds,
            String what,
            Map<String, Integer> openTransactions,
            double answersAfterSeconds,
            Answers.Asked asked) {
        /** Whether a transaction was left open. */
        public boolean leftOpen() {
            return !openTransactions.isEmpty();
        }
    }

    /** How many kills left a transaction open. */
    public long leftOpen() {
        return kills.stream().filter(Kill::leftOpen).count();
    }

    /** Facts of the feed a second. */
    public double factsPerSecond() {
        return facts / loadSeconds;
    }
}
