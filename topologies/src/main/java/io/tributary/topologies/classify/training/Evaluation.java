package io.tributary.topologies.classify.training;

import io.tributary.topologies.classify.Lexicon;
import io.tributary.topologies.classify.learn.Calibration;
import io.tributary.topologies.classify.learn.Learnt;
import io.tributary.topologies.classify.learn.LinearModel;
import io.tributary.topologies.classify.learn.TribuoModel;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Measures what counts: sources the model has not seen, and merchants it has not seen. A random split of rows measures
 * nothing and is not offered.
 */
public final class Evaluation {

    private static final int FOLDS = 5;
    private static final int CALIBRATION_FOLDS = 2;

    private final Lexicon lexicon;
    private final List<TrainingRow> rows;
    private final PrintStream out;

    Evaluation(Lexicon lexicon, List<TrainingRow> rows, PrintStream out) {
        this.lexicon = lexicon;
        this.rows = List.copyOf(rows);
        this.out = out;
    }

    /** Prints the figures for the training data that is named by the one argument. */
    public static void main(String[] arguments) throws IOException {
        Evaluation evaluation = new Evaluation(Lexicon.load(), TrainingData.read(Path.of(arguments[0])), System.out);
        evaluation.bySource();
        evaluation.byMerchant();
    }

    private void bySource() {
        for (String source : rows.stream().map(TrainingRow::source).distinct().toList()) {
            List<TrainingRow> unseen =
                    rows.stream().filter(row -> row.source().equals(source)).toList();
            List<TrainingRow> seen =
                    rows.stream().filter(row -> !row.source().equals(source)).toList();
            Scores scores = new Scores().add(unseen, Calibrator.classifier(lexicon, learn(seen)));
            out.print(scores.report("without " + source));
        }
    }

    private void byMerchant() {
        Scores scores = new Scores();
        Calibrator folds = new Calibrator(lexicon, FOLDS);
        for (int fold = 0; fold < FOLDS; fold++) {
            List<TrainingRow> seen = new ArrayList<>();
            List<TrainingRow> unseen = new ArrayList<>();
            folds.split(rows, fold, seen, unseen);
            scores.add(unseen, Calibrator.classifier(lexicon, learn(seen)));
        }
        out.print(scores.report("unseen merchants, " + FOLDS + " folds"));
    }

    private Learnt learn(List<TrainingRow> seen) {
        LinearModel model = TribuoModel.train(TrainingData.examples(seen, lexicon));
        Calibration calibration = new Calibrator(lexicon, CALIBRATION_FOLDS).measure(seen);
        return new Learnt(model, calibration);
    }
}
