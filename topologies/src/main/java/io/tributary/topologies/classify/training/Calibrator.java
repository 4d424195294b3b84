package io.tributary.topologies.classify.training;

import io.tributary.topologies.classify.Cascade;
import io.tributary.topologies.classify.Classifiers;
import io.tributary.topologies.classify.Lexicon;
import io.tributary.topologies.classify.TransactionClassifier;
import io.tributary.topologies.classify.learn.Calibration;
import io.tributary.topologies.classify.learn.Learnt;
import io.tributary.topologies.classify.learn.LinearModel;
import io.tributary.topologies.classify.learn.TribuoModel;
import java.util.List;

/**
 * Measures how often each kind of decision is right on merchants that the model has not seen: the merchants fall into
 * folds by their key, each fold is decided by a model that learnt from the others, and every line that says
 * something new counts once.
 */
public final class Calibrator {

    private final Lexicon lexicon;
    private final int folds;
    private final double[] right = new double[Calibration.cells()];
    private final double[] all = new double[Calibration.cells()];

    /** With a lexicon and a number of folds. */
    public Calibrator(Lexicon lexicon, int folds) {
        this.lexicon = lexicon;
        this.folds = folds;
    }

    /** What was measured over all folds of the rows. */
    public Calibration measure(List<TrainingRow> rows) {
        Folds merchants = new Folds(lexicon, folds);
        for (int fold = 0; fold < folds; fold++) {
            Folds.Split split = merchants.split(rows, fold);
            LinearModel model = TribuoModel.train(TrainingData.examples(split.seen(), lexicon));
            count(split.unseen(), classifier(new Learnt(model, Calibration.prior())));
        }
        return Calibration.measured(right, all);
    }

    private TransactionClassifier classifier(Learnt learnt) {
        return Classifiers.with(lexicon, learnt, "training").plain();
    }

    private void count(List<TrainingRow> rows, TransactionClassifier classifier) {
        for (TrainingRow row : TrainingData.distinct(rows)) {
            Cascade.Decision decision = classifier.decide(row.subject());
            all[decision.cell()]++;
            if (decision.category().primary().equals(row.category().primary())) {
                right[decision.cell()]++;
            }
        }
    }
}
