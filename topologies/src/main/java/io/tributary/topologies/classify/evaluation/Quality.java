package io.tributary.topologies.classify.evaluation;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * How good answers are, each of them counting once.
 *
 * @param count how many there are
 * @param accuracy share whose primary is right
 * @param detailAccuracy share whose detailed category is right, of those with a detailed label
 * @param macroF1 harmonic mean of precision and recall of every primary that is a label, averaged
 * @param calibrationError expected calibration error over fifteen ranges of equal width
 * @param coverageAt95 largest share, taken from the most probable on, of which 95 % are right
 */
public record Quality(
        int count,
        double accuracy,
        double detailAccuracy,
        double macroF1,
        double calibrationError,
        double coverageAt95) {

    private static final int RANGES = 15;
    private static final double PRECISION = 0.95;

    /** Of labelled answers. */
    static Quality of(List<Judged> answers) {
        int right = count(answers.stream().filter(Judged::isRight).count());
        List<Judged> detailed = answers.stream().filter(Judged::hasDetail).toList();
        int detailRight = count(detailed.stream().filter(Judged::isDetailRight).count());
        return new Quality(
                answers.size(),
                share(right, answers.size()),
                share(detailRight, detailed.size()),
                macroF1(answers),
                calibrationError(answers),
                coverage(answers));
    }

    private static double macroF1(List<Judged> answers) {
        Map<String, int[]> counts = new TreeMap<>();
        for (Judged answer : answers) {
            int[] label = counts.computeIfAbsent(answer.label(), key -> new int[3]);
            label[0] += answer.isRight() ? 1 : 0;
            label[1]++;
            counts.computeIfAbsent(answer.answer(), key -> new int[3])[2]++;
        }
        return counts.values().stream()
                .filter(label -> label[1] > 0)
                .mapToDouble(label -> 2.0 * label[0] / (label[1] + label[2]))
                .average()
                .orElse(0);
    }

    private static double calibrationError(List<Judged> answers) {
        double[] gaps = new double[RANGES];
        for (Judged answer : answers) {
            float claimed = answer.said().probability();
            int range = Math.min(RANGES - 1, (int) (claimed * RANGES));
            gaps[range] += claimed - (answer.isRight() ? 1 : 0);
        }
        double sum = 0;
        for (double gap : gaps) {
            sum += Math.abs(gap);
        }
        return answers.isEmpty() ? 0 : sum / answers.size();
    }

    /** Answers that are equally probable are taken together: an order among them would be luck. */
    private static double coverage(List<Judged> answers) {
        List<Judged> sorted = answers.stream()
                .sorted(Comparator.comparingDouble(answer -> -answer.said().probability()))
                .toList();
        int right = 0;
        int covered = 0;
        for (int i = 0; i < sorted.size(); i++) {
            right += sorted.get(i).isRight() ? 1 : 0;
            boolean lastOfItsKind = i + 1 == sorted.size()
                    || sorted.get(i + 1).said().probability()
                            != sorted.get(i).said().probability();
            if (lastOfItsKind && right >= PRECISION * (i + 1)) {
                covered = i + 1;
            }
        }
        return share(covered, sorted.size());
    }

    private static int count(long counted) {
        return Math.toIntExact(counted);
    }

    static double share(int part, int whole) {
        return whole == 0 ? 0 : (double) part / whole;
    }
}
