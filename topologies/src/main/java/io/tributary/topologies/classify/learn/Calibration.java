package io.tributary.topologies.classify.learn;

import io.tributary.avro.ConfidenceLevel;
import io.tributary.avro.DecidedBy;
import java.util.List;

/**
 * How often decisions of a kind were right on merchants the model had not seen: by layer, by whether the model agrees,
 * and by how sure the model is. Thin cells are drawn towards the layer's prior. Immutable.
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
    private static final int CELLS = LAYERS.size() * 2 * RANGES;

    private final float[] probabilities;

    private Calibration(float[] probabilities) {
        this.probabilities = probabilities;
    }

    /** Before anything was measured. */
    public static Calibration prior() {
        return measured(new int[CELLS], new int[CELLS]);
    }

    /** From counts of decisions and of right ones per {@link #cell}. */
    public static Calibration measured(int[] right, int[] all) {
        float[] probabilities = new float[CELLS];
        for (int cell = 0; cell < CELLS; cell++) {
            double prior = prior(LAYERS.get(cell / (2 * RANGES)), cell % RANGES);
            probabilities[cell] = (float) ((right[cell] + PRIOR_WEIGHT * prior) / (all[cell] + PRIOR_WEIGHT));
        }
        return new Calibration(probabilities);
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

    /** Where decisions of a layer are counted. {@code confidence} is the model's own, 0 to 1. */
    public static int cell(DecidedBy layer, boolean agrees, float confidence) {
        int range = Math.max(0, Math.min(RANGES - 1, (int) (confidence * RANGES)));
        return (LAYERS.indexOf(layer) * 2 + (agrees ? 1 : 0)) * RANGES + range;
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
