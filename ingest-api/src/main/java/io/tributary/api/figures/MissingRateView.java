package io.tributary.api.figures;

import io.tributary.topologies.kpi.MissingRate;
import java.time.LocalDate;
import java.util.List;

/**
 * Amounts that are left out because no exchange rate is known for them.
 *
 * @param currency their currency
 * @param from the first day with such an amount
 * @param to the last day with such an amount
 */
record MissingRateView(String currency, LocalDate from, LocalDate to) {

    static List<MissingRateView> of(List<MissingRate> missing) {
        return missing.stream()
                .map(rate -> new MissingRateView(rate.currency(), rate.from(), rate.to()))
                .toList();
    }
}
