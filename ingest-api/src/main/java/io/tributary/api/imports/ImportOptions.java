package io.tributary.api.imports;

import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What the file does not say itself.
 *
 * @param user whose transactions they are
 * @param account the account, where no column says it
 * @param accountKind what kind of account
 * @param currency the currency, where no column says it
 * @param dateFormat pattern of the dates; null: found out
 * @param decimal point or comma; null: found out
 * @param inverted whether money out is positive
 * @param columns header by column, where names do not say it
 * @param source name of the file, kept with each transaction
 */
public record ImportOptions(
        String user,
        @Nullable String account,
        @Nullable String accountKind,
        @Nullable String currency,
        @Nullable String dateFormat,
        @Nullable String decimal,
        boolean inverted,
        Map<Column, String> columns,
        String source) {

    /** Keeps an unmodifiable copy. */
    public ImportOptions {
        columns = Map.copyOf(columns);
    }

    /**
     * Reads columns given by name.
     *
     * @throws ImportProblem for a name that is no column
     */
    public static Map<Column, String> columns(Map<String, String> given) {
        Map<Column, String> columns = new TreeMap<>();
        given.forEach((name, header) -> columns.put(
                Column.named(name)
                        .orElseThrow(() -> new ImportProblem("--column takes date, description, amount, debit, credit,"
                                + " currency, id, account or mcc before the equals sign.")),
                header));
        return columns;
    }
}
