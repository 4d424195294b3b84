package io.tributary.topologies.kpi;

import java.time.LocalDate;

/**
 * Amounts that an answer leaves out because no exchange rate is known for them.
 *
 * @param currency their currency
 * @param firstDay the first day it happens
 * @param days on how many days
 */
public record MissingRate(String currency, LocalDate firstDay, int days) {

    MissingRate plus(LocalDate day) {
        return new MissingRate(currency, day.isBefore(firstDay) ? day : firstDay, days + 1);
    }
}
