package io.tributary.standalone.demo;

import io.tributary.schemas.Money;
import java.time.LocalDate;

/**
 * One row of a demo file, as it stands there.
 *
 * @param source which file's data it is
 * @param day the day in the file, not shifted
 * @param description the statement line
 * @param amount signed: negative is money out
 * @param account the account in the file
 */
record DemoRow(String source, LocalDate day, String description, Money amount, String account) {}
