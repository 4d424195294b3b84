package io.tributary.topologies.classify.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.tributary.avro.ConfidenceLevel;
import io.tributary.avro.DecidedBy;
import io.tributary.avro.Direction;
import io.tributary.topologies.flow.Automatic;
import io.tributary.topologies.taxonomy.Taxonomy;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class EvaluationTest {

    private static final String FOOD = "FOOD_AND_DRINK_GROCERIES";
    private static final String FUEL = "TRANSPORTATION_GAS";

    @Test
    void shouldCountRowsAndDistinctLinesApart() {
        Evaluation evaluation = Evaluation.of(List.of(
                answer("TESCO", FOOD, FOOD, 0.9f),
                answer("TESCO", FOOD, FOOD, 0.9f),
                answer("TESCO", FOOD, FOOD, 0.9f),
                answer("SHELL", FUEL, FOOD, 0.9f)));

        assertThat(evaluation.rows().count()).isEqualTo(4);
        assertThat(evaluation.rows().accuracy()).isEqualTo(0.75);
        assertThat(evaluation.distinct().count()).isEqualTo(2);
        assertThat(evaluation.distinct().accuracy()).isEqualTo(0.5);
        assertThat(evaluation.confusion())
                .containsExactly(new Evaluation.Confusion("TRANSPORTATION", "FOOD_AND_DRINK", 1));
        assertThat(evaluation.worstMerchants())
                .containsExactly(new Evaluation.Mistaken("shell", "TRANSPORTATION", "FOOD_AND_DRINK", 1));
    }

    @Test
    void shouldJudgeADistinctLineByTheLabelOfMostOfItsRows() {
        Evaluation evaluation = Evaluation.of(List.of(
                answer("SHELL", FOOD, FUEL, 0.9f),
                answer("SHELL", FUEL, FUEL, 0.9f),
                answer("SHELL", FUEL, FUEL, 0.9f)));

        assertThat(evaluation.distinct().accuracy()).isEqualTo(1);
    }

    @Test
    void shouldAverageTheHarmonicMeansOfThePrimariesThatAreLabels() {
        Quality quality = Evaluation.of(List.of(
                        answer("A", FOOD, FOOD, 0.9f),
                        answer("B", FOOD, FOOD, 0.9f),
                        answer("C", FOOD, FUEL, 0.9f),
                        answer("D", FUEL, FUEL, 0.9f)))
                .rows();

        assertThat(quality.macroF1()).isEqualTo((0.8 + 2 / 3.0) / 2, within(1e-9));
    }

    @Test
    void shouldSayHowFarClaimedAndFoundAreApart() {
        Quality quality = Evaluation.of(List.of(
                        answer("A", FOOD, FOOD, 0.5f), answer("B", FOOD, FUEL, 0.5f), answer("C", FOOD, FOOD, 1f)))
                .rows();

        assertThat(quality.calibrationError()).isZero();
        assertThat(Evaluation.of(List.of(answer("A", FOOD, FUEL, 1f))).rows().calibrationError())
                .isEqualTo(1);
    }

    @Test
    void shouldCoverAsFarAsNineteenOfTwentyAreRight() {
        List<Judged> answers = new ArrayList<>();
        for (int i = 0; i < 19; i++) {
            answers.add(answer("R" + i, FOOD, FOOD, 0.9f));
        }
        answers.add(answer("W", FOOD, FUEL, 0.8f));
        answers.add(answer("X", FOOD, FUEL, 0.7f));
        answers.add(answer("Y", FOOD, FOOD, 0.7f));

        assertThat(Evaluation.of(answers).rows().coverageAt95()).isEqualTo(20 / 22.0, within(1e-9));
    }

    @Test
    void shouldLeaveRowsWithoutALabelOut() {
        LabelledLine unlabelled = new LabelledLine("1", "TESCO", Direction.OUTFLOW, null, null);

        assertThat(Evaluation.of(List.of(new Judged(unlabelled, said("TESCO", FOOD, 0.5f))))
                        .rows())
                .isEqualTo(new Quality(0, 0, 0, 0, 0, 0));
    }

    private static Judged answer(String description, String label, String said, float probability) {
        LabelledLine line = new LabelledLine("1", description, Direction.OUTFLOW, null, Taxonomy.of(label));
        return new Judged(line, said(description, said, probability));
    }

    private static Automatic said(String description, String category, float probability) {
        return new Automatic(
                description,
                description,
                description.toLowerCase(Locale.ROOT),
                Taxonomy.of(category),
                DecidedBy.MODEL,
                probability,
                ConfidenceLevel.HIGH);
    }
}
