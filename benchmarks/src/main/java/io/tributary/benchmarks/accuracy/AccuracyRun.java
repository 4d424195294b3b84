package io.tributary.benchmarks.accuracy;

import io.tributary.benchmarks.report.Figure;
import io.tributary.topologies.classify.Classifiers;
import io.tributary.topologies.classify.Lexicon;
import io.tributary.topologies.classify.evaluation.Evaluation;
import io.tributary.topologies.classify.evaluation.Judged;
import io.tributary.topologies.classify.learn.Learnt;
import io.tributary.topologies.classify.training.Folds;
import io.tributary.topologies.classify.training.Training;
import io.tributary.topologies.classify.training.TrainingData;
import io.tributary.topologies.classify.training.TrainingRow;
import io.tributary.topologies.flow.Classifier;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Two questions of the training data: how good on merchants that nothing was learnt of (the real card rows in five folds
 * by the hash of the merchant key), and how good on a source that nothing was learnt of (each in turn). With the
 * dictionary, without it, and beside a support vector machine.
 */
public final class AccuracyRun {

    private static final String CARDS = "devon_pcard";
    private static final int FOLDS = 5;

    private final Lexicon lexicon;
    private final List<TrainingRow> rows;
    private final Consumer<String> progress;
    private final List<Figure> figures = new ArrayList<>();

    private AccuracyRun(Lexicon lexicon, List<TrainingRow> rows, Consumer<String> progress) {
        this.lexicon = lexicon;
        this.rows = rows;
        this.progress = progress;
    }

    /** Reads the training data of a checkout. */
    public static AccuracyRun of(Path home, Consumer<String> progress) throws IOException {
        Path data = home.resolve("topologies/src/main/training/transactions.tsv.gz");
        return new AccuracyRun(Lexicon.load(), TrainingData.read(data), progress);
    }

    /** Measures all of it. */
    public List<Figure> measure() {
        List<TrainingRow> cards = of(CARDS);
        Folds folds = new Folds(lexicon, FOLDS);
        measure(
                "unseen-merchants",
                IntStream.range(0, FOLDS)
                        .mapToObj(fold -> folds.split(cards, fold))
                        .toList());
        for (String source : rows.stream().map(TrainingRow::source).distinct().toList()) {
            List<TrainingRow> seen =
                    rows.stream().filter(row -> !row.source().equals(source)).toList();
            measure("without-" + source.replace('_', '-'), List.of(new Folds.Split(seen, of(source))));
        }
        return List.copyOf(figures);
    }

    private List<TrainingRow> of(String source) {
        return rows.stream().filter(row -> row.source().equals(source)).toList();
    }

    private void measure(String name, List<Folds.Split> splits) {
        progress.accept("accuracy: " + name);
        List<Judged> svm = new ArrayList<>();
        List<Judged> bare = new ArrayList<>();
        List<Judged> whole = new ArrayList<>();
        for (Folds.Split split : splits) {
            LinearSvm machine = LinearSvm.train(split.seen());
            split.unseen().forEach(row -> svm.add(machine.judge(row.line())));
            judge(split, lexicon.withoutMerchants(), bare);
            judge(split, lexicon, whole);
        }
        Evaluation baseline = Evaluation.of(svm);
        add(name, "", Evaluation.of(whole), baseline);
        add(name, "-no-dictionary", Evaluation.of(bare), baseline);
    }

    private static void judge(Folds.Split split, Lexicon lexicon, List<Judged> into) {
        Learnt learnt = Training.learn(split.seen(), lexicon);
        Classifier classifier = Classifiers.with(lexicon, learnt, "accuracy").plain();
        split.unseen().forEach(row -> into.add(Judged.of(row.line(), classifier)));
    }

    private void add(String name, String variant, Evaluation ours, Evaluation svm) {
        String prefix = "accuracy/" + name + variant;
        String lines = String.format(
                Locale.ROOT,
                "%,d distinct lines; to TF-IDF and SVM",
                ours.rows().count());
        figures.add(Figure.of(
                prefix + "/right", ours.rows().accuracy(), "", svm.rows().accuracy(), lines));
        figures.add(Figure.of(
                prefix + "/macro-f1", ours.rows().macroF1(), "", svm.rows().macroF1(), lines));
        figures.add(Figure.of(prefix + "/ece", ours.rows().calibrationError(), "", "must 0.03"));
        figures.add(Figure.of(
                prefix + "/covered-at-95",
                ours.rows().coverageAt95(),
                "",
                ours.byLevel().entrySet().stream()
                        .map(level -> String.format(
                                Locale.ROOT,
                                "%s %.3f right of %.3f",
                                level.getKey(),
                                level.getValue().accuracy(),
                                level.getValue().share()))
                        .collect(Collectors.joining(", "))));
    }
}
