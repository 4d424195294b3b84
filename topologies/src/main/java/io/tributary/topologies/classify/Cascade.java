package io.tributary.topologies.classify;

import io.tributary.avro.ConfidenceLevel;
import io.tributary.avro.DecidedBy;
import io.tributary.avro.Direction;
import io.tributary.topologies.classify.learn.Calibration;
import io.tributary.topologies.classify.lexicon.Merchant;
import io.tributary.topologies.classify.lexicon.StructuralRule;
import io.tributary.topologies.taxonomy.Category;
import io.tributary.topologies.taxonomy.Taxonomy;
import org.jspecify.annotations.Nullable;

/**
 * The order in which the layers that know no user decide: strong structural rule, dictionary, transfer rule, weak rule,
 * keyword where the model is unsure or agrees, model, merchant category code, OTHER. Below MEDIUM the code wins over the
 * model, and below the abstain threshold OTHER stands. Pure.
 */
public final class Cascade {

    private static final Category OTHER = Taxonomy.of("OTHER");

    /** Below this nobody would believe the model: it has not seen anything like the line. */
    private static final float ABSTAIN = 0.30f;

    /** From here on the model is sure enough to go before a generic word that says something else. */
    private static final float SURE = 0.80f;

    private final Lexicon lexicon;
    private final Calibration calibration;

    Cascade(Lexicon lexicon, Calibration calibration) {
        this.lexicon = lexicon;
        this.calibration = calibration;
    }

    /**
     * What the layers look at.
     *
     * @param direction which way the money went
     * @param normalised the normal form
     * @param candidates structural rules whose gate is open
     * @param merchant the merchant the dictionary knows
     * @param keyword what a generic word says
     * @param guess what the model says
     * @param mcc what the merchant category code says
     */
    record Evidence(
            Direction direction,
            String normalised,
            long candidates,
            @Nullable Merchant merchant,
            @Nullable Category keyword,
            Guess guess,
            @Nullable Category mcc) {}

    /**
     * What the model says.
     *
     * @param category its category; OTHER where it has nothing to say
     * @param confidence its own confidence, 0 to 1
     */
    record Guess(Category category, float confidence) {

        boolean agrees(Category decided) {
            return category.primary().equals(decided.primary());
        }
    }

    /**
     * A decision.
     *
     * @param category what was decided
     * @param decidedBy the layer that decided
     * @param cell where the calibration counts it
     * @param probability how often decisions counted there were right
     */
    public record Decision(Category category, DecidedBy decidedBy, int cell, float probability) {

        /** The probability in words. */
        public ConfidenceLevel level() {
            return Calibration.level(probability);
        }
    }

    Decision decide(Evidence evidence) {
        Decision known = byRuleOrDictionary(evidence);
        return known != null ? known : byGuess(evidence);
    }

    private @Nullable Decision byRuleOrDictionary(Evidence evidence) {
        StructuralRule strong = rule(evidence, StructuralRule.Strength.STRONG);
        if (strong != null) {
            return decision(strong.category(), DecidedBy.STRUCTURE, evidence.guess());
        }
        Category merchant = evidence.merchant() == null
                ? null
                : possible(evidence.merchant().category(), evidence.direction());
        if (merchant != null) {
            return decision(merchant, DecidedBy.DICTIONARY, evidence.guess());
        }
        StructuralRule transfer = rule(evidence, StructuralRule.Strength.TRANSFER);
        if (transfer != null) {
            return decision(transfer.category(), DecidedBy.TRANSFER_RULE, evidence.guess());
        }
        StructuralRule weak = rule(evidence, StructuralRule.Strength.WEAK);
        return weak == null ? null : decision(weak.category(), DecidedBy.WEAK_RULE, evidence.guess());
    }

    private Decision byGuess(Evidence evidence) {
        Guess guess = evidence.guess();
        Category keyword = evidence.keyword() == null ? null : possible(evidence.keyword(), evidence.direction());
        if (keyword != null && (guess.agrees(keyword) || guess.confidence() < SURE)) {
            return decision(keyword, DecidedBy.KEYWORD, guess);
        }
        Decision model = decision(guess.category(), DecidedBy.MODEL, guess);
        if (evidence.mcc() != null && model.level() == ConfidenceLevel.LOW) {
            return decision(turned(evidence.mcc(), evidence.direction()), DecidedBy.MCC, guess);
        }
        boolean abstains = guess.category().equals(OTHER) || model.probability() < ABSTAIN;
        return abstains ? decision(OTHER, DecidedBy.NONE, guess) : model;
    }

    private @Nullable StructuralRule rule(Evidence evidence, StructuralRule.Strength strength) {
        return lexicon.rules().first(evidence.candidates(), strength, evidence.direction(), evidence.normalised());
    }

    private Decision decision(Category category, DecidedBy decidedBy, Guess guess) {
        int cell = Calibration.cell(decidedBy, category, guess.agrees(category), guess.confidence());
        return new Decision(category, decidedBy, cell, calibration.probability(cell));
    }

    /** What a category means for money that went this way; null where it cannot: who pays wages is paid for something else. */
    private static @Nullable Category possible(Category category, Direction direction) {
        Category turned = turned(category, direction);
        boolean comesIn = turned.primary().equals("INCOME") || turned.primary().equals("TRANSFER_IN");
        boolean goesOut = turned.primary().equals("TRANSFER_OUT");
        return (direction == Direction.OUTFLOW ? comesIn : goesOut) ? null : turned;
    }

    /** A known transfer service or broker pays out as well as in: the label follows the direction. */
    private static Category turned(Category category, Direction direction) {
        if (direction == Direction.OUTFLOW) {
            return category;
        }
        return switch (category.code()) {
            case "TRANSFER_OUT_ACCOUNT_TRANSFER", "TRANSFER_OUT_OTHER_TRANSFER_OUT", "TRANSFER_OUT" ->
                Taxonomy.of("TRANSFER_IN_ACCOUNT_TRANSFER");
            case "TRANSFER_OUT_SAVINGS" -> Taxonomy.of("TRANSFER_IN_SAVINGS");
            case "TRANSFER_OUT_INVESTMENT_AND_RETIREMENT_FUNDS" ->
                Taxonomy.of("TRANSFER_IN_INVESTMENT_AND_RETIREMENT_FUNDS");
            default -> category;
        };
    }
}
