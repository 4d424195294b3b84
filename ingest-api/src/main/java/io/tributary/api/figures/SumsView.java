package io.tributary.api.figures;

import io.tributary.api.query.MoneyView;
import io.tributary.schemas.Money;
import io.tributary.topologies.totals.Sums;

/**
 * Exact sums of one currency.
 *
 * @param inflow money in
 * @param outflow money out
 * @param count transactions
 */
record SumsView(MoneyView inflow, MoneyView outflow, long count) {

    static SumsView of(Sums sums, String currency) {
        return new SumsView(
                MoneyView.of(new Money(sums.inflowMinor(), currency)),
                MoneyView.of(new Money(sums.outflowMinor(), currency)),
                sums.count());
    }
}
