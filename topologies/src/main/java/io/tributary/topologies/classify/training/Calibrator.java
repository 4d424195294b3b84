package io.tributary.topologies.classify.training;

import io.tributary.topologies.classify.Cascade;
import io.tributary.topologies.classify.Classifiers;
import io.tributary.topologies.classify.Lexicon;
import io.tributary.topologies.classify.TransactionClassifier;
import io.tributary.topologies.classify.learn.Calibration;
import io.tributary.topologies.classify.learn.Learnt;
import io.tributary.topologies.classify.learn.LinearModel;
import io.tributary.topologies.classify.learn.TribuoModel;
import io.tributary.topologies.flow.Subject;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32;

/**
 * Measures how often each kind of decision is right on merchants that the model has not seen: the merchants fall into
 * folds by their key, each fold is decided by a model that learnt from the others, and every line that says something new counts once.
 */
public final class Calibrator {

    private static final String NO_CURRENCY = "XXX";

    private final Lexicon lexicon;
    private final int folds;
    private final int[] right = new int[Calibration.cells()];
    private final int[] all = new int[Calibration.cells()];

    /** With a lexicon and a number of folds. */
    public Calibrator(Lexicon lexicon, int folds) {
        this.lexicon = lexicon;
        this.folds = folds;
    }

    /** What was measured over all folds of the rows. */
    public Calibration measure(List<TrainingRow> rows) {
        for (int fold = 0; fold < folds; fold++) {
            List<TrainingRow> seen = new ArrayList<>();
            List<TrainingRow> unseen = new ArrayList<>();
            split(rows, fold, seen, unseen);
            LinearModel model = TribuoModel.train(TrainingData.examples(seen, lexicon));
            count(unseen, classifier(lexicon, new Learnt(model, Calibration.prior())));
        }
        return Calibration.measured(right, all);
    }

    /** A classifier that decides with a model of this run. */
    static TransactionClassifier classifier(Lexicon lexicon, Learnt learnt) {
        return Classifiers.with(lexicon, learnt, "training").plain();
    }

    void split(List<TrainingRow> rows, int fold, List<TrainingRow> seen, List<TrainingRow> unseen) {
        TransactionClassifier keys = classifier(lexicon, new Learnt(LinearModel.untrained(), Calibration.prior()));
        for (TrainingRow row : rows) {
            String key = keys.automatic(subject(row)).merchantKey();
            (foldOf(key) == fold ? unseen : seen).add(row);
        }
    }

    private int foldOf(String merchantKey) {
        CRC32 hash = new CRC32();
        hash.update(merchantKey.getBytes(StandardCharsets.UTF_8));
        return (int) (hash.getValue() % folds);
    }

    private void count(List<TrainingRow> rows, TransactionClassifier classifier) {
        for (TrainingRow row : TrainingData.distinct(rows)) {
            Cascade.Decision decision = classifier.decide(subject(row));
            all[decision.cell()]++;
            if (decision.category().primary().equals(row.category().primary())) {
                right[decision.cell()]++;
            }
        }
    }

    static Subject subject(TrainingRow row) {
        return new Subject(row.description(), null, row.direction(), 1, NO_CURRENCY, null, null, null);
    }
}
