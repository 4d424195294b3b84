package io.tributary.topologies.classify;

import static org.assertj.core.api.Assertions.assertThat;

import io.tributary.avro.DecidedBy;
import io.tributary.avro.Direction;
import io.tributary.topologies.flow.Automatic;
import io.tributary.topologies.flow.Classifier;
import io.tributary.topologies.flow.Subject;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TransactionClassifierTest {

    private static final Classifiers CLASSIFIERS = Classifiers.load();

    private final Classifier classifier = CLASSIFIERS.get();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "TESCO STORES 5138 | OUTFLOW | FOOD_AND_DRINK | DICTIONARY | tesco",
                "AMZN Mktp UK MB9QY7364 | OUTFLOW | GENERAL_MERCHANDISE | DICTIONARY | amazon",
                "PAYPAL *SPOTIFY 4029357733 | OUTFLOW | ENTERTAINMENT | DICTIONARY | spotify",
                "UBER *TRIP HELP.UBER.COM | OUTFLOW | TRANSPORTATION | DICTIONARY | uber",
                "ACME CORP PAYROLL PPD | INFLOW | INCOME | STRUCTURE | acme-corp-payroll",
                "NON-CHASE ATM FEE-WITH | OUTFLOW | BANK_FEES | STRUCTURE | non-chase-atm",
                "ZELLE TO JOHN SMITH | OUTFLOW | TRANSFER_OUT | DICTIONARY | zelle-to-john",
                "ZELLE FROM JOHN SMITH | INFLOW | TRANSFER_IN | DICTIONARY | zelle-from-john",
                "STANDING ORDER J SMITH | OUTFLOW | TRANSFER_OUT | TRANSFER_RULE | standing-order-j",
                "RENT MAY FLAT 3 | OUTFLOW | RENT_AND_UTILITIES | WEAK_RULE | rent-may-flat",
            })
    void shouldDecideByTheFirstLayerThatKnows(
            String line, Direction direction, String primary, DecidedBy layer, String key) {
        Automatic automatic = classifier.automatic(subject(line, null, direction, null));

        assertThat(automatic.category().primary()).isEqualTo(primary);
        assertThat(automatic.decidedBy()).isEqualTo(layer);
        assertThat(automatic.merchantKey()).isEqualTo(key);
    }

    @Test
    void shouldTakeTheKeyFromTheNameThatWasGiven() {
        Automatic named = classifier.automatic(subject("PYMT 993 REF X1", "Blue Door Deli", Direction.OUTFLOW, null));
        Automatic known = classifier.automatic(subject("PYMT 993 REF X1", "Tesco Express", Direction.OUTFLOW, null));

        assertThat(named.merchantKey()).isEqualTo("blue-door-deli");
        assertThat(named.merchantName()).isEqualTo("Blue Door Deli");
        assertThat(named.normalised()).isEqualTo("PYMT 993 REF X1");
        assertThat(known.merchantKey()).isEqualTo("tesco");
        assertThat(known.category()).hasToString("FOOD_AND_DRINK_GROCERIES");
    }

    @Test
    void shouldAskTheMerchantCategoryCodeWhereTheModelIsUnsure() {
        Automatic automatic = classifier.automatic(subject("QQZX VVKJ", null, Direction.OUTFLOW, "8021"));

        assertThat(automatic.decidedBy()).isEqualTo(DecidedBy.MCC);
        assertThat(automatic.category()).hasToString("MEDICAL_DENTAL_CARE");
    }

    @Test
    void shouldSayThatItDoesNotKnow() {
        Automatic automatic = classifier.automatic(subject("QQZX VVKJ", null, Direction.OUTFLOW, null));

        assertThat(automatic.decidedBy()).isIn(DecidedBy.NONE, DecidedBy.MODEL);
        assertThat(automatic.probability()).isLessThan(0.7f);
    }

    @Test
    void shouldOfferAlternativesBestFirst() {
        Subject subject = subject("SEASIDE CHIPPY BOURNEMOUTH", null, Direction.OUTFLOW, null);

        List<Classifier.Alternative> alternatives = classifier.alternatives(subject, 3);

        assertThat(alternatives).hasSize(3);
        assertThat(alternatives.get(0).category())
                .isEqualTo(classifier.automatic(subject).category());
        assertThat(alternatives).extracting(Classifier.Alternative::category).doesNotHaveDuplicates();
        assertThat(classifier.alternatives(subject, 1)).hasSize(1);
        assertThat(classifier.alternatives(subject, 0)).isEmpty();
    }

    @Property(tries = 300)
    void shouldDecideAnyTextAlikeWhateverCameBefore(@ForAll String before, @ForAll String line) {
        Classifier fresh = CLASSIFIERS.get();
        classifier.automatic(subject(before, null, Direction.INFLOW, null));
        Subject subject = subject(line, null, Direction.OUTFLOW, null);

        Automatic automatic = classifier.automatic(subject);

        assertThat(automatic).isEqualTo(fresh.automatic(subject));
        assertThat(automatic.merchantKey()).matches("[a-z0-9-]{0,40}");
        assertThat(automatic.probability()).isBetween(0f, 1f);
        assertThat(automatic.category().primary()).isNotIn("INCOME", "TRANSFER_IN");
    }

    @Test
    void shouldNameItsVersionByItsContent() {
        assertThat(classifier.version())
                .matches("[0-9a-f]{12}")
                .isEqualTo(Classifiers.load().get().version());
    }

    private static Subject subject(String line, @Nullable String name, Direction direction, @Nullable String mcc) {
        return new Subject(line, name, direction, 1_000, "GBP", null, null, mcc);
    }
}
