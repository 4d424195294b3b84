package io.tributary.topologies.classify.learn;

import io.tributary.topologies.classify.text.Words;
import io.tributary.topologies.taxonomy.Category;
import io.tributary.topologies.taxonomy.Taxonomy;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.tribuo.Example;
import org.tribuo.MutableDataset;
import org.tribuo.classification.Label;
import org.tribuo.classification.LabelFactory;
import org.tribuo.classification.sgd.linear.LinearSGDModel;
import org.tribuo.classification.sgd.linear.LinearSGDTrainer;
import org.tribuo.classification.sgd.objectives.LogMulticlass;
import org.tribuo.impl.ArrayExample;
import org.tribuo.math.la.DenseMatrix;
import org.tribuo.math.optimisers.AdaGrad;
import org.tribuo.provenance.SimpleDataSourceProvenance;

/**
 * Trains the linear model with Tribuo and takes the weights out of it: the only class that knows the library. One
 * thread, a fixed seed and the examples in the order given, so the same examples give the same model.
 */
public final class TribuoModel {

    private static final long SEED = 20_261_201L;
    private static final int EPOCHS = 8;
    private static final double LEARNING_RATE = 0.5;
    private static final double EPSILON = 0.1;

    /** A Tribuo trainer divides by its logging interval; this one means never. */
    private static final int NEVER = -1;

    private static final Logger TRIBUO = Logger.getLogger("org.tribuo");

    private TribuoModel() {}

    /** A model that has learnt from examples; at least two primaries must occur. */
    public static LinearModel train(List<LabelledText> examples) {
        TRIBUO.setLevel(Level.WARNING);
        int[] documents = documents(examples);
        float[] idf = LinearModel.inverse(documents);
        LabelFactory labels = new LabelFactory();
        MutableDataset<Label> dataset =
                new MutableDataset<>(new SimpleDataSourceProvenance("examples", labels), labels);
        TextFeatures features = new TextFeatures();
        Words words = new Words();
        for (LabelledText example : examples) {
            dataset.add(tribuoExample(example, features.read(words.read(example.text()), example.direction()), idf));
        }
        LinearSGDTrainer trainer =
                new LinearSGDTrainer(new LogMulticlass(), new AdaGrad(LEARNING_RATE, EPSILON), EPOCHS, NEVER, 1, SEED);
        return copy(trainer.train(dataset), documents, HouseholdPrior.shifts(examples));
    }

    private static int[] documents(List<LabelledText> examples) {
        int[] documents = new int[TextFeatures.BUCKETS + 1];
        documents[TextFeatures.BUCKETS] = examples.size();
        TextFeatures features = new TextFeatures();
        Words words = new Words();
        for (LabelledText example : examples) {
            features.read(words.read(example.text()), example.direction());
            for (int i = 0; i < features.size(); i++) {
                documents[features.bucket(i)]++;
            }
        }
        return documents;
    }

    private static Example<Label> tribuoExample(LabelledText example, TextFeatures features, float[] idf) {
        String[] names = new String[features.size()];
        double[] values = new double[features.size()];
        double squares = 0;
        for (int i = 0; i < names.length; i++) {
            int bucket = features.bucket(i);
            names[i] = Integer.toString(bucket);
            values[i] = LinearModel.value(features.count(i), idf[bucket]);
            squares += values[i] * values[i];
        }
        double scale = 1 / Math.sqrt(squares);
        for (int i = 0; i < values.length; i++) {
            values[i] *= scale;
        }
        Example<Label> made = new ArrayExample<>(new Label(example.primary().code()), names, values);
        made.setWeight(example.weight());
        return made;
    }

    private static LinearModel copy(LinearSGDModel trained, int[] documents, Map<String, Double> shifts) {
        List<Category> classes = new ArrayList<>();
        Taxonomy.all().stream()
                .filter(category ->
                        category.isPrimary() && trained.getOutputIDInfo().getID(new Label(category.code())) >= 0)
                .forEach(classes::add);
        DenseMatrix matrix = trained.getWeightsCopy();
        int width = classes.size();
        float[] weights = new float[TextFeatures.BUCKETS * width];
        float[] bias = new float[width];
        int biasColumn = matrix.getDimension2Size() - 1;
        for (int c = 0; c < width; c++) {
            int row = trained.getOutputIDInfo().getID(new Label(classes.get(c).code()));
            bias[c] = (float) (matrix.get(row, biasColumn)
                    + shifts.getOrDefault(classes.get(c).code(), 0.0));
            for (int feature = 0; feature < biasColumn; feature++) {
                int bucket =
                        Integer.parseInt(trained.getFeatureIDMap().get(feature).getName());
                weights[bucket * width + c] = (float) matrix.get(row, feature);
            }
        }
        return new LinearModel(classes, weights, bias, documents);
    }
}
