package io.tributary.api.imports;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a column of a statement can mean. */
public enum Column {
    /** The day. */
    DATE,
    /** The amount, with its sign or beside a direction. */
    AMOUNT,
    /** Money out, where it has a column of its own. */
    DEBIT,
    /** Money in, where it has a column of its own. */
    CREDIT,
    /** A word for which way the money went. */
    DIRECTION,
    /** The currency. */
    CURRENCY,
    /** The other side. */
    PAYEE,
    /** What the bank writes about it. */
    DESCRIPTION,
    /** The user's account. Never guessed: many banks call the other side's account so. */
    ACCOUNT;

    /** Its name on the command line. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The column of a word. */
    public static Optional<Column> of(String word) {
        return Arrays.stream(values())
                .filter(column -> column.word().equals(word))
                .findFirst();
    }
}
