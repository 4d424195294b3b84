package io.tributary.topologies.kpi;

import java.time.LocalDate;

/**
 * Amounts that an answer leaves out because no exchange rate is known for them.
 *
 * @param currency their currency
 * @param from the first local day with such an amount
 * @param to the last local day with such an amount
 */
public record MissingRate(String currency, LocalDate from, LocalDate to) {

    static MissingRate on(LocalDate day, String currency) {
        return new MissingRate(currency, day, day);
    }

    /** Both together; of the same currency. */
    MissingRate and(MissingRate other) {
        return new MissingRate(
                currency, other.from.isBefore(from) ? other.from : from, other.to.isAfter(to) ? other.to : to);
    }
}
