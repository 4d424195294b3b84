package io.tributary.benchmarks.profile;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Weights by name. */
final class Tallies {

    private final Map<String, Double> weights = new HashMap<>();
    private double total;

    void add(String name, double weight) {
        weights.merge(name, weight, Double::sum);
        total += weight;
    }

    double total() {
        return total;
    }

    /** The heaviest, in percent of a whole. */
    String table(String title, int most, double whole) {
        return title + "\n"
                + weights.entrySet().stream()
                        .sorted(Map.Entry.<String, Double>comparingByValue().reversed())
                        .limit(most)
                        .map(row -> String.format(
                                Locale.ROOT, "%6.1f %%  %s%n", 100 * row.getValue() / whole, row.getKey()))
                        .collect(Collectors.joining());
    }
}
