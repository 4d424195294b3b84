package io.tributary.topologies.classify.training;

import static org.assertj.core.api.Assertions.assertThat;

import io.tributary.avro.DecidedBy;
import io.tributary.avro.Direction;
import io.tributary.topologies.classify.Classifiers;
import io.tributary.topologies.classify.Lexicon;
import io.tributary.topologies.classify.evaluation.Evaluation;
import io.tributary.topologies.classify.evaluation.Judged;
import io.tributary.topologies.classify.learn.Calibration;
import io.tributary.topologies.classify.learn.LabelledText;
import io.tributary.topologies.classify.learn.Learnt;
import io.tributary.topologies.classify.learn.LinearModel;
import io.tributary.topologies.classify.learn.TribuoModel;
import io.tributary.topologies.flow.Classifier;
import io.tributary.topologies.taxonomy.Taxonomy;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;

class TrainingTest {

    private static final Path DATA = Path.of("src/main/training/transactions.tsv.gz");

    private final List<LabelledText> examples = Stream.of(
                    new LabelledText("CORNER BAKERY", Direction.OUTFLOW, Taxonomy.of("FOOD_AND_DRINK"), 1f),
                    new LabelledText("VILLAGE BAKERY", Direction.OUTFLOW, Taxonomy.of("FOOD_AND_DRINK"), 1f),
                    new LabelledText("CITY DENTIST", Direction.OUTFLOW, Taxonomy.of("MEDICAL"), 1f),
                    new LabelledText("HARBOUR DENTIST", Direction.OUTFLOW, Taxonomy.of("MEDICAL"), 2f))
            .toList();

    @Test
    void shouldMakeTheSameBytesOfTheSameExamples() throws IOException {
        assertThat(bytes(TribuoModel.train(examples))).isEqualTo(bytes(TribuoModel.train(examples)));
    }

    @Test
    void shouldReadBackWhatItWrote() throws IOException {
        byte[] written = bytes(TribuoModel.train(examples));

        Learnt read = Learnt.readFrom(new DataInputStream(new ByteArrayInputStream(written)));

        assertThat(bytes(read)).isEqualTo(written);
        assertThat(Classifiers.with(Lexicon.load(), read, "test")
                        .plain()
                        .decide(row("t", "OLD TOWN BAKERYS", "OTHER", 1).subject())
                        .category())
                .hasToString("FOOD_AND_DRINK");
    }

    @Test
    void shouldCountLinesThatDifferOnlyInNumbersOnceWithTheLabelOfMostRows() {
        List<TrainingRow> distinct = TrainingData.distinct(List.of(
                row("a", "SHOP 12345", "MEDICAL", 1),
                row("a", "SHOP 99999", "TRAVEL", 5),
                row("a", "SHOP", "TRAVEL", 1),
                row("b", "SHOP 12345", "TRAVEL", 1)));

        assertThat(distinct)
                .extracting(TrainingRow::source, row -> row.category().code(), TrainingRow::rows)
                .containsExactly(
                        Tuple.tuple("a", "TRAVEL", 1), Tuple.tuple("a", "TRAVEL", 6), Tuple.tuple("b", "TRAVEL", 1));
    }

    @Test
    void shouldNotLetAMerchantStandOnBothSidesOfAFold() throws IOException {
        List<TrainingRow> rows = List.of(
                row("a", "TESCO STORES 5138", "FOOD_AND_DRINK", 1),
                row("a", "TESCO STORE 2210 EXETER", "FOOD_AND_DRINK", 1),
                row("a", "PAYPAL *TESCO", "FOOD_AND_DRINK", 1));
        Folds folds = new Folds(Lexicon.load(), 5);

        for (int fold = 0; fold < 5; fold++) {
            assertThat(folds.split(rows, fold).unseen().size()).isIn(0, 3);
        }
    }

    @Test
    void shouldBeRightMostOfTheTimeOnTheBuildsOwnData() throws IOException {
        List<TrainingRow> rows = TrainingData.read(DATA);

        Classifier classifier = Classifiers.load().plain();
        Evaluation evaluation = Evaluation.of(
                rows.stream().map(row -> Judged.of(row.line(), classifier)).toList());

        assertThat(rows).hasSizeGreaterThan(10_000);
        assertThat(evaluation.distinct().accuracy()).isGreaterThan(0.8);
    }

    @Test
    void shouldDrawThinCellsTowardsThePrior() {
        double[] none = new double[Calibration.cells()];
        double[] all = new double[Calibration.cells()];
        int cell = Calibration.cell(DecidedBy.DICTIONARY, Taxonomy.of("MEDICAL"), true, 0.5f);
        all[cell] = 1;

        assertThat(Calibration.measured(none, all).probability(cell)).isBetween(0.85f, 0.94f);
        all[cell] = 10_000;
        assertThat(Calibration.measured(none, all).probability(cell)).isLessThan(0.01f);
    }

    private static byte[] bytes(LinearModel model) throws IOException {
        return bytes(new Learnt(model, Calibration.prior()));
    }

    private static byte[] bytes(Learnt learnt) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            learnt.writeTo(out);
        }
        return bytes.toByteArray();
    }

    private static TrainingRow row(String source, String line, String category, int rows) {
        return new TrainingRow(source, line, Direction.OUTFLOW, Taxonomy.of(category), rows);
    }
}
