package io.tributary.api.imports;

import java.nio.charset.Charset;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a person says about a file.
 *
 * @param user whose statement it is
 * @param account the account it is of
 * @param accountKind CARD, CURRENT, SAVINGS or LOAN
 * @param source what the transactions get as their source
 * @param currency of rows that name none
 * @param reading how the file is written, where it is not to be found out
 */
public record ImportOptions(
        String user,
        @Nullable String account,
        @Nullable String accountKind,
        String source,
        @Nullable String currency,
        Reading reading) {

    /**
     * How a file is written; null and empty: find it out.
     *
     * @param columns columns by title or number
     * @param dateFormat pattern of the dates
     * @param decimalComma whether decimals stand behind a comma
     * @param encoding of the file
     * @param delimiter between cells
     * @param spendingPositive whether money out stands there without a sign and money in with one
     */
    public record Reading(
            Map<Column, String> columns,
            @Nullable String dateFormat,
            @Nullable Boolean decimalComma,
            @Nullable Charset encoding,
            @Nullable Character delimiter,
            boolean spendingPositive) {

        /** Finds out everything. */
        public static final Reading DETECT = new Reading(Map.of(), null, null, null, null, false);

        /** Copies the columns. */
        public Reading {
            columns = Map.copyOf(columns);
        }
    }

    /** Whether a text is a pattern of a date that a file can be read by. */
    public static boolean isDateFormat(String pattern) {
        try {
            return !DateStyle.of(pattern).pattern().isEmpty();
        } catch (IllegalArgumentException none) {
            return false;
        }
    }
}
