package io.tributary.api.query;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Rounds what is no money for showing. */
final class Rounded {

    private static final int DECIMALS = 4;

    private Rounded() {}

    /** A probability with four decimals: more would claim what no calibration knows. */
    static double probability(float value) {
        return BigDecimal.valueOf(value)
                .setScale(DECIMALS, RoundingMode.HALF_EVEN)
                .doubleValue();
    }
}
