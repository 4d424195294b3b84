package io.tributary.topologies.classify.training;

import io.tributary.topologies.classify.Classifiers;
import io.tributary.topologies.classify.Lexicon;
import io.tributary.topologies.classify.TransactionClassifier;
import io.tributary.topologies.classify.learn.Calibration;
import io.tributary.topologies.classify.learn.Learnt;
import io.tributary.topologies.classify.learn.LinearModel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32;

/** Rows in folds by their merchant: a merchant is learnt from or judged, never both. */
public final class Folds {

    private final TransactionClassifier keys;
    private final int count;

    /** So many folds; the lexicon tells merchants. */
    public Folds(Lexicon lexicon, int count) {
        this.keys = Classifiers.with(lexicon, new Learnt(LinearModel.untrained(), Calibration.prior()), "folds")
                .plain();
        this.count = count;
    }

    /**
     * One division.
     *
     * @param seen rows to learn from
     * @param unseen rows of other merchants
     */
    public record Split(List<TrainingRow> seen, List<TrainingRow> unseen) {}

    /** The division that judges a fold, counted from 0. */
    public Split split(List<TrainingRow> rows, int fold) {
        List<TrainingRow> seen = new ArrayList<>();
        List<TrainingRow> unseen = new ArrayList<>();
        for (TrainingRow row : rows) {
            (foldOf(keys.automatic(row.subject()).merchantKey()) == fold ? unseen : seen).add(row);
        }
        return new Split(seen, unseen);
    }

    private int foldOf(String merchantKey) {
        CRC32 hash = new CRC32();
        hash.update(merchantKey.getBytes(StandardCharsets.UTF_8));
        return (int) (hash.getValue() % count);
    }
}
