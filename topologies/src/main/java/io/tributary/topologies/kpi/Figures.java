package io.tributary.topologies.kpi;

import io.tributary.schemas.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/**
 * The figures of a period in the base currency, by the rules of {@link Kpis}.
 *
 * @param income in minus out of INCOME; negative when more was taken back than came in
 * @param expenses out minus in of NEED and WANT; negative when refunds prevail
 * @param incomeCount transactions in INCOME
 * @param expenseCount transactions in NEED and WANT, refunds among them
 */
public record Figures(Money income, Money expenses, long incomeCount, long expenseCount) {

    private static final int RATIO_DECIMALS = 4;

    /** Net cash flow: income minus expenses as they are shown, so that the three figures always agree. */
    public Money net() {
        return income.minus(expenses);
    }

    /** Transactions that income or expenses count. */
    public long transactionCount() {
        return incomeCount + expenseCount;
    }

    /** (income - expenses) / income with four decimals; may be negative; null unless there is income above zero. */
    public @Nullable BigDecimal savingsRate() {
        return income.minor() > 0 ? ratio(net().minor(), income.minor()) : null;
    }

    /** {@code part / whole} with four decimals, half to even. */
    static BigDecimal ratio(long part, long whole) {
        return BigDecimal.valueOf(part).divide(BigDecimal.valueOf(whole), RATIO_DECIMALS, RoundingMode.HALF_EVEN);
    }
}
