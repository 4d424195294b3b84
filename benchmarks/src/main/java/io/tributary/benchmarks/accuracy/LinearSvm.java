package io.tributary.benchmarks.accuracy;

import io.tributary.avro.ConfidenceLevel;
import io.tributary.avro.DecidedBy;
import io.tributary.topologies.classify.evaluation.Judged;
import io.tributary.topologies.classify.evaluation.LabelledLine;
import io.tributary.topologies.classify.text.Words;
import io.tributary.topologies.classify.training.TrainingData;
import io.tributary.topologies.classify.training.TrainingRow;
import io.tributary.topologies.flow.Automatic;
import io.tributary.topologies.taxonomy.Taxonomy;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.tribuo.Example;
import org.tribuo.Model;
import org.tribuo.MutableDataset;
import org.tribuo.Prediction;
import org.tribuo.classification.Label;
import org.tribuo.classification.LabelFactory;
import org.tribuo.classification.liblinear.LibLinearClassificationTrainer;
import org.tribuo.classification.liblinear.LinearClassificationType;
import org.tribuo.classification.liblinear.LinearClassificationType.LinearType;
import org.tribuo.impl.ArrayExample;
import org.tribuo.provenance.SimpleDataSourceProvenance;

/**
 * What one would try first: TF-IDF over words, pairs of words and character 2- to 5-grams within words, and a linear
 * support vector machine (LibLinear, C = 1), trained on the labelled lines alone.
 */
final class LinearSvm {

    private static final int SHORTEST = 2;
    private static final int LONGEST = 5;
    private static final double COST = 1;
    private static final int ITERATIONS = 1_000;
    private static final double TOLERANCE = 0.1;
    private static final long SEED = 1;

    private final Map<String, Double> idf;
    private final Model<Label> model;

    private LinearSvm(Map<String, Double> idf, Model<Label> model) {
        this.idf = idf;
        this.model = model;
    }

    /** Learns from lines, each once. */
    static LinearSvm train(List<TrainingRow> rows) {
        List<TrainingRow> distinct = TrainingData.distinct(rows);
        Map<String, Double> idf = idf(distinct);
        LabelFactory labels = new LabelFactory();
        MutableDataset<Label> dataset = new MutableDataset<>(new SimpleDataSourceProvenance("lines", labels), labels);
        distinct.forEach(row -> dataset.add(example(row.category().primary(), row.line(), idf)));
        LibLinearClassificationTrainer trainer = new LibLinearClassificationTrainer(
                new LinearClassificationType(LinearType.L2R_L2LOSS_SVC_DUAL), COST, ITERATIONS, TOLERANCE, SEED);
        return new LinearSvm(idf, trainer.train(dataset));
    }

    /** What it says of a line; it claims nothing about how sure it is. */
    Judged judge(LabelledLine line) {
        Prediction<Label> said = model.predict(example(LabelFactory.UNKNOWN_LABEL.getLabel(), line, idf));
        return new Judged(
                line,
                new Automatic(
                        line.description(),
                        line.description(),
                        "",
                        Taxonomy.of(said.getOutput().getLabel()),
                        DecidedBy.MODEL,
                        0,
                        ConfidenceLevel.LOW));
    }

    private static Map<String, Double> idf(List<TrainingRow> rows) {
        Map<String, Integer> documents = new HashMap<>();
        rows.forEach(row -> counts(row.line()).keySet().forEach(term -> documents.merge(term, 1, Integer::sum)));
        Map<String, Double> idf = new HashMap<>();
        documents.forEach((term, count) -> idf.put(term, 1 + Math.log((1.0 + rows.size()) / (1.0 + count))));
        return idf;
    }

    private static Example<Label> example(String label, LabelledLine line, Map<String, Double> idf) {
        List<String> names = new ArrayList<>();
        List<Double> values = new ArrayList<>();
        double squares = 0;
        for (Map.Entry<String, Integer> term : counts(line).entrySet()) {
            Double weight = idf.get(term.getKey());
            if (weight != null) {
                double value = (1 + Math.log(term.getValue())) * weight;
                names.add(term.getKey());
                values.add(value);
                squares += value * value;
            }
        }
        if (names.isEmpty()) {
            names.add("nothing");
            values.add(1.0);
            squares = 1;
        }
        double length = Math.sqrt(squares);
        double[] scaled = values.stream().mapToDouble(value -> value / length).toArray();
        return new ArrayExample<>(new Label(label), names.toArray(String[]::new), scaled);
    }

    private static Map<String, Integer> counts(LabelledLine line) {
        Map<String, Integer> counts = new TreeMap<>();
        Words words = Words.of(line.description());
        String before = "";
        for (int i = 0; i < words.count(); i++) {
            String word = words.word(i);
            counts.merge("w:" + word, 1, Integer::sum);
            if (i > 0) {
                counts.merge("p:" + before + ' ' + word, 1, Integer::sum);
            }
            String padded = '_' + word + '_';
            for (int length = SHORTEST; length <= LONGEST; length++) {
                for (int from = 0; from + length <= padded.length(); from++) {
                    counts.merge("c:" + padded.substring(from, from + length), 1, Integer::sum);
                }
            }
            before = word;
        }
        counts.merge("d:" + line.direction(), 1, Integer::sum);
        return counts;
    }
}
