package io.tributary.standalone.drill.oracle;

import java.time.LocalDate;

/**
 * A transaction as it must be served.
 *
 * @param minor how much, in minor units
 * @param currency ISO 4217
 * @param inflow whether money comes in
 * @param description the statement line
 * @param occurredAt the moment as the API shows it
 * @param day the day it counts for
 * @param voided whether it is in no figure
 * @param category the detailed category
 */
public record Expected(
        long minor,
        String currency,
        boolean inflow,
        String description,
        String occurredAt,
        LocalDate day,
        boolean voided,
        String category) {}
