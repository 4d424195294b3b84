package io.tributary.topologies.kpi;

import io.tributary.schemas.Money;
import java.math.BigDecimal;

/**
 * What was spent in a primary category.
 *
 * @param category the primary
 * @param amount out minus in of its NEED and WANT cells; negative when refunds prevail
 * @param share of the sum of all positive amounts, with four decimals; 0 for an amount that is not positive
 * @param count transactions, refunds among them
 */
public record CategorySpend(String category, Money amount, BigDecimal share, long count) {}
