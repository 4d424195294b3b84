package io.tributary.standalone.drill.oracle;

import java.time.YearMonth;

/**
 * Where a sum stands.
 *
 * @param month the calendar month
 * @param currency ISO 4217
 * @param category primary category
 */
public record Cell(YearMonth month, String currency, String category) {}
