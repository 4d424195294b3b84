package io.tributary.topologies.classify.learn;

import io.tributary.avro.Direction;
import io.tributary.topologies.taxonomy.Category;
import io.tributary.topologies.taxonomy.Taxonomy;
import java.util.List;

/**
 * A linear model over hashed features that predicts primaries: arrays and nothing else, shared by every thread.
 *
 * <p>A feature counts (1 + ln of how often it occurs) times its inverse document frequency, and a line's features have
 * length 1. Money out is never income or a transfer in; money in is never a transfer out or a fee.
 */
public final class LinearModel {

    private static final List<String> NEVER_OUT = List.of("INCOME", "TRANSFER_IN");
    private static final List<String> NEVER_IN = List.of("TRANSFER_OUT", "BANK_FEES");
    private static final int LOGS = 128;
    private static final float[] FREQUENCY = frequencies();

    private final List<Category> classes;
    private final float[] weights;
    private final float[] bias;
    private final int[] documents;
    private final float[] idf;
    private final boolean[] maskedOut;
    private final boolean[] maskedIn;

    /**
     * A model.
     *
     * @param classes what it predicts
     * @param weights by bucket, then class
     * @param bias by class
     * @param documents by bucket, how many examples had the feature; the last one counts all examples
     */
    LinearModel(List<Category> classes, float[] weights, float[] bias, int[] documents) {
        this.classes = List.copyOf(classes);
        this.weights = weights;
        this.bias = bias;
        this.documents = documents;
        this.idf = inverse(documents);
        this.maskedOut = mask(NEVER_OUT);
        this.maskedIn = mask(NEVER_IN);
    }

    /** A model that has learnt nothing and says OTHER. */
    public static LinearModel untrained() {
        return new LinearModel(
                List.of(Taxonomy.of("OTHER")),
                new float[TextFeatures.BUCKETS],
                new float[1],
                new int[TextFeatures.BUCKETS + 1]);
    }

    private boolean[] mask(List<String> never) {
        boolean[] masked = new boolean[classes.size()];
        for (int i = 0; i < masked.length; i++) {
            masked[i] = never.contains(classes.get(i).code());
        }
        return masked;
    }

    /**
     * Inverse document frequencies. What training never saw weighs most: it decides nothing, but a line full of it
     * leaves little for the features that do, so the model is unsure of it.
     */
    static float[] inverse(int[] documents) {
        int last = documents.length - 1;
        float[] idf = new float[last];
        for (int bucket = 0; bucket < last; bucket++) {
            idf[bucket] = (float) (1 + StrictMath.log((1.0 + documents[last]) / (1.0 + documents[bucket])));
        }
        return idf;
    }

    private static float[] frequencies() {
        float[] table = new float[LOGS];
        for (int count = 1; count < LOGS; count++) {
            table[count] = (float) (1 + StrictMath.log(count));
        }
        return table;
    }

    /** What the model predicts; the place in the list is the place in {@link #probabilities}. */
    public List<Category> classes() {
        return classes;
    }

    /** The weight of a feature in a line, before the line's features are brought to length 1. */
    static float value(int count, float idf) {
        return FREQUENCY[count] * idf;
    }

    /**
     * Writes the model's own confidence in every class, 0 for those the direction rules out.
     *
     * @param into as many places as there are classes
     * @return the place of the likeliest
     */
    public int probabilities(TextFeatures features, Direction direction, float[] into) {
        int width = classes.size();
        System.arraycopy(bias, 0, into, 0, width);
        float scale = 1 / length(features);
        for (int i = 0; i < features.size(); i++) {
            int bucket = features.bucket(i);
            float value = value(features.count(i), idf[bucket]) * scale;
            int row = bucket * width;
            for (int c = 0; c < width; c++) {
                into[c] += value * weights[row + c];
            }
        }
        return softmax(into, direction == Direction.INFLOW ? maskedIn : maskedOut);
    }

    private float length(TextFeatures features) {
        float squares = 0;
        for (int i = 0; i < features.size(); i++) {
            float value = value(features.count(i), idf[features.bucket(i)]);
            squares += value * value;
        }
        return squares == 0 ? 1 : (float) Math.sqrt(squares);
    }

    private static int softmax(float[] scores, boolean[] masked) {
        int best = -1;
        for (int c = 0; c < masked.length; c++) {
            if (!masked[c] && (best < 0 || scores[c] > scores[best])) {
                best = c;
            }
        }
        float top = scores[best];
        float sum = 0;
        for (int c = 0; c < masked.length; c++) {
            // StrictMath: a replay on another machine decides the same.
            scores[c] = masked[c] ? 0 : (float) StrictMath.exp(scores[c] - top);
            sum += scores[c];
        }
        for (int c = 0; c < masked.length; c++) {
            scores[c] /= sum;
        }
        return best;
    }

    float[] weights() {
        return weights;
    }

    float[] bias() {
        return bias;
    }

    int[] documents() {
        return documents;
    }
}
