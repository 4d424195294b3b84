package io.tributary.topologies.classify.learn;

import io.tributary.avro.ConfidenceLevel;
import io.tributary.avro.DecidedBy;
import io.tributary.topologies.taxonomy.Category;
import io.tributary.topologies.taxonomy.Taxonomy;
import java.util.List;

/**
 * How often decisions of a kind were right on merchants the model had not seen: by layer, by whether the model agrees, by
 * how sure the model is, and by the primary that was decided. Thin cells are drawn towards what was measured over all
 * primaries, and that towards the layer's prior. Immutable.
 */
public final class Calibration {

    /** Ranges of the model's own confidence. */
    public static final int RANGES = 10;

    /** How many observations the prior is worth. */
    private static final double PRIOR_WEIGHT = 20;

    private static final double VERY_HIGH = 0.98;
    private static final double HIGH = 0.90;
    private static final double MEDIUM = 0.70;

    private static final List<DecidedBy> LAYERS = List.of(DecidedBy.values());
    private static final List<Category> PRIMARIES =
            Taxonomy.all().stream().filter(Category::isPrimary).toList();
    private static final int KINDS = LAYERS.size() * 2 * RANGES;
    private static final int CELLS = KINDS * PRIMARIES.size();

    private static final int[] PLACES = places();

    private final float[] probabilities;

    private Calibration(float[] probabilities) {
        this.probabilities = probabilities;
    }

    /** Before anything was measured. */
    public static Calibration prior() {
        return measured(new double[CELLS], new double[CELLS]);
    }

    /** From counts of decisions and of right ones per {@link #cell}. */
    public static Calibration measured(double[] right, double[] all) {
        float[] probabilities = new float[CELLS];
        for (int kind = 0; kind < KINDS; kind++) {
            double prior = prior(LAYERS.get(kind / (2 * RANGES)), kind % RANGES);
            double overall = drawn(sum(right, kind), sum(all, kind), prior);
            for (int cell = kind; cell < CELLS; cell += KINDS) {
                probabilities[cell] = (float) drawn(right[cell], all[cell], overall);
            }
        }
        return new Calibration(probabilities);
    }

    private static double sum(double[] counts, int kind) {
        double sum = 0;
        for (int cell = kind; cell < CELLS; cell += KINDS) {
            sum += counts[cell];
        }
        return sum;
    }

    private static double drawn(double right, double all, double towards) {
        return (right + PRIOR_WEIGHT * towards) / (all + PRIOR_WEIGHT);
    }

    /** A table read back. */
    static Calibration of(float[] probabilities) {
        if (probabilities.length != CELLS) {
            throw new IllegalArgumentException("a calibration of another shape: " + probabilities.length);
        }
        return new Calibration(probabilities.clone());
    }

    private static double prior(DecidedBy layer, int range) {
        return switch (layer) {
            case USER, USER_RULE, USER_MERCHANT -> 1;
            case STRUCTURE -> 0.97;
            case DICTIONARY -> 0.94;
            case TRANSFER_RULE -> 0.92;
            case WEAK_RULE -> 0.85;
            case KEYWORD -> 0.80;
            case MCC -> 0.90;
            case MODEL -> 0.05 + 0.85 * range / RANGES;
            case NONE -> 0.02;
        };
    }

    /** How many cells there are. */
    public static int cells() {
        return CELLS;
    }

    /** Where decisions of a layer for a category are counted. {@code confidence} is the model's own, 0 to 1. */
    public static int cell(DecidedBy layer, Category category, boolean agrees, float confidence) {
        int range = Math.max(0, Math.min(RANGES - 1, (int) (confidence * RANGES)));
        int kind = (layer.ordinal() * 2 + (agrees ? 1 : 0)) * RANGES + range;
        return PLACES[category.index()] * KINDS + kind;
    }

    private static int[] places() {
        int[] places = new int[Taxonomy.all().size()];
        for (Category category : Taxonomy.all()) {
            places[category.index()] = PRIMARIES.indexOf(Taxonomy.of(category.primary()));
        }
        return places;
    }

    /** The probability that a decision counted in a cell is right. */
    public float probability(int cell) {
        return probabilities[cell];
    }

    /** A probability in words. */
    public static ConfidenceLevel level(float probability) {
        if (probability >= VERY_HIGH) {
            return ConfidenceLevel.VERY_HIGH;
        }
        if (probability >= HIGH) {
            return ConfidenceLevel.HIGH;
        }
        return probability >= MEDIUM ? ConfidenceLevel.MEDIUM : ConfidenceLevel.LOW;
    }

    float[] table() {
        return probabilities.clone();
    }
}
