package io.tributary.topologies.classify.training;

import io.tributary.topologies.classify.Lexicon;
import io.tributary.topologies.classify.learn.Learnt;
import io.tributary.topologies.classify.learn.TribuoModel;
import java.util.List;

/** From labelled rows and a lexicon to all that is learnt: the one recipe that the build, evaluations and users share. */
public final class Training {

    private static final int CALIBRATION_FOLDS = 2;

    private Training() {}

    /** Learns. The same rows and lexicon give the same bytes. */
    public static Learnt learn(List<TrainingRow> rows, Lexicon lexicon) {
        return new Learnt(
                TribuoModel.train(TrainingData.examples(rows, lexicon)),
                new Calibrator(lexicon, CALIBRATION_FOLDS).measure(rows));
    }
}
