package io.tributary.topologies.classify.learn;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What households pay for, as shares of their transactions: the examples are a council's purchases and lists of merchants,
 * where furniture is as common as groceries. The shares are round figures of common knowledge, taken from no data that
 * anything is measured on.
 */
final class HouseholdPrior {

    /** How far the examples' shares are drawn to the households': half, as nobody's household is the average one. */
    private static final double STRENGTH = 0.5;

    private static final Map<String, Double> SHARES = Map.ofEntries(
            Map.entry("FOOD_AND_DRINK", 0.33),
            Map.entry("GENERAL_MERCHANDISE", 0.17),
            Map.entry("TRANSPORTATION", 0.11),
            Map.entry("GENERAL_SERVICES", 0.07),
            Map.entry("ENTERTAINMENT", 0.06),
            Map.entry("RENT_AND_UTILITIES", 0.05),
            Map.entry("TRANSFER_OUT", 0.05),
            Map.entry("INCOME", 0.03),
            Map.entry("LOAN_PAYMENTS", 0.03),
            Map.entry("MEDICAL", 0.03),
            Map.entry("TRANSFER_IN", 0.03),
            Map.entry("HOME_IMPROVEMENT", 0.025),
            Map.entry("PERSONAL_CARE", 0.025),
            Map.entry("TRAVEL", 0.025),
            Map.entry("GOVERNMENT_AND_NON_PROFIT", 0.015),
            Map.entry("BANK_FEES", 0.01));

    private HouseholdPrior() {}

    /** What to add to the bias of each primary that occurs in the examples. */
    static Map<String, Double> shifts(List<LabelledText> examples) {
        Map<String, Double> weights = new HashMap<>();
        examples.forEach(example -> weights.merge(example.primary().code(), (double) example.weight(), Double::sum));
        double all = weights.values().stream().mapToDouble(Double::doubleValue).sum();
        Map<String, Double> shifts = new HashMap<>();
        weights.forEach((primary, weight) -> {
            Double share = SHARES.get(primary);
            if (share != null) {
                shifts.put(primary, STRENGTH * StrictMath.log(share * all / weight));
            }
        });
        return shifts;
    }
}
