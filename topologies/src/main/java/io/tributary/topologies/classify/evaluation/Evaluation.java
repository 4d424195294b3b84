package io.tributary.topologies.classify.evaluation;

import io.tributary.topologies.taxonomy.Category;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * How good a classifier is on labelled lines.
 *
 * @param rows every row counts
 * @param distinct every description counts once a direction, with the label most of its rows have
 * @param byLayer what each layer decided, by the layer's name, over rows
 * @param byLevel what has each confidence level, over rows
 * @param confusion the commonest mistakes, over rows
 * @param worstMerchants the merchants with the most wrong rows
 */
public record Evaluation(
        Quality rows,
        Quality distinct,
        Map<String, Part> byLayer,
        Map<String, Part> byLevel,
        List<Confusion> confusion,
        List<Mistaken> worstMerchants) {

    private static final int MOST = 20;

    /**
     * Part of the answers.
     *
     * @param share of all
     * @param accuracy how many of them are right
     */
    public record Part(double share, double accuracy) {}

    /**
     * A mistake.
     *
     * @param label the right primary
     * @param answer the one that was said
     * @param rows how often
     */
    public record Confusion(String label, String answer, int rows) {}

    /**
     * A merchant that is got wrong.
     *
     * @param merchantKey the merchant
     * @param label the right primary of most of its rows
     * @param answer the one that was said most often
     * @param rows wrong ones
     */
    public record Mistaken(String merchantKey, String label, String answer, int rows) {}

    /** Of answers; those without a label do not count. */
    public static Evaluation of(Collection<Judged> answers) {
        List<Judged> labelled = answers.stream().filter(Judged::isLabelled).toList();
        return new Evaluation(
                Quality.of(labelled),
                Quality.of(distinct(labelled)),
                parts(labelled, answer -> answer.said().decidedBy().name()),
                parts(labelled, answer -> answer.said().level().name()),
                confusion(labelled),
                worst(labelled));
    }

    private static List<Judged> distinct(List<Judged> rows) {
        Map<String, List<Judged>> same = new LinkedHashMap<>();
        rows.forEach(row -> same.computeIfAbsent(
                        row.line().direction() + "\t" + row.line().description(), key -> new ArrayList<>())
                .add(row));
        return same.values().stream().map(Evaluation::ofMost).toList();
    }

    private static Judged ofMost(List<Judged> same) {
        Map<Category, Integer> votes = new LinkedHashMap<>();
        same.forEach(row -> votes.merge(row.line().category(), 1, Integer::sum));
        Category most = most(votes);
        return same.stream()
                .filter(row -> most.equals(row.line().category()))
                .findFirst()
                .orElseThrow();
    }

    private static Map<String, Part> parts(List<Judged> rows, Function<Judged, String> kind) {
        Map<String, int[]> counts = new TreeMap<>();
        for (Judged row : rows) {
            int[] count = counts.computeIfAbsent(kind.apply(row), key -> new int[2]);
            count[0] += row.isRight() ? 1 : 0;
            count[1]++;
        }
        Map<String, Part> parts = new TreeMap<>();
        counts.forEach((name, count) ->
                parts.put(name, new Part(Quality.share(count[1], rows.size()), Quality.share(count[0], count[1]))));
        return parts;
    }

    private static List<Confusion> confusion(List<Judged> rows) {
        Map<List<String>, Integer> counts = new HashMap<>();
        rows.stream()
                .filter(row -> !row.isRight())
                .forEach(row -> counts.merge(List.of(row.label(), row.answer()), 1, Integer::sum));
        return counts.entrySet().stream()
                .map(entry ->
                        new Confusion(entry.getKey().get(0), entry.getKey().get(1), entry.getValue()))
                .sorted(Comparator.comparingInt(Confusion::rows)
                        .reversed()
                        .thenComparing(Confusion::label)
                        .thenComparing(Confusion::answer))
                .limit(MOST)
                .toList();
    }

    private static List<Mistaken> worst(List<Judged> rows) {
        Map<String, List<Judged>> wrong = new TreeMap<>();
        rows.stream().filter(row -> !row.isRight()).forEach(row -> wrong.computeIfAbsent(
                        row.said().merchantKey(), key -> new ArrayList<>())
                .add(row));
        return wrong.entrySet().stream()
                .map(entry -> new Mistaken(
                        entry.getKey(),
                        commonest(entry.getValue(), Judged::label),
                        commonest(entry.getValue(), Judged::answer),
                        entry.getValue().size()))
                .sorted(Comparator.comparingInt(Mistaken::rows).reversed().thenComparing(Mistaken::merchantKey))
                .limit(MOST)
                .toList();
    }

    private static String commonest(List<Judged> rows, Function<Judged, String> word) {
        Map<String, Integer> counts = new TreeMap<>();
        rows.forEach(row -> counts.merge(word.apply(row), 1, Integer::sum));
        return most(counts);
    }

    /** The one with the most; the first of several. */
    private static <T> T most(Map<T, Integer> counts) {
        return counts.entrySet().stream()
                .reduce((one, other) -> other.getValue() > one.getValue() ? other : one)
                .orElseThrow()
                .getKey();
    }
}
