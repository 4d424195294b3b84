package io.tributary.topologies.kpi;

import io.tributary.schemas.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/**
 * The figures of a period in the base currency.
 *
 * @param income in minus out of INCOME
 * @param expenses out minus in of NEED and WANT; may be negative when refunds prevail
 * @param transactionCount transactions in these buckets
 */
public record Figures(Money income, Money expenses, long transactionCount) {

    private static final int RATIO_DECIMALS = 4;

    /** Income minus expenses. */
    public Money net() {
        return income.minus(expenses);
    }

    /** (income - expenses) / income, with four decimals; may be negative; null without income. */
    public @Nullable BigDecimal savingsRate() {
        return income.minor() > 0 ? ratio(net().minor(), income.minor()) : null;
    }

    /** {@code part / whole} with four decimals, half to even. */
    static BigDecimal ratio(long part, long whole) {
        return BigDecimal.valueOf(part).divide(BigDecimal.valueOf(whole), RATIO_DECIMALS, RoundingMode.HALF_EVEN);
    }
}
