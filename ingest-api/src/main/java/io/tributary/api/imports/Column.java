package io.tributary.api.imports;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What a column may hold, and the names that banks give it, likelier ones first. */
public enum Column {
    /** The day or instant. */
    DATE(
            "date",
            "transaction date",
            "booking date",
            "posted date",
            "posting date",
            "completed date",
            "trans date",
            "value date",
            "started date",
            "occurred_at",
            "datum",
            "buchungstag"),
    /** The statement line. */
    DESCRIPTION(
            "description",
            "transaction description",
            "details",
            "narrative",
            "memo",
            "payee",
            "name",
            "merchant",
            "text",
            "reference",
            "verwendungszweck"),
    /** A signed amount: money out is negative. */
    AMOUNT("amount", "transaction amount", "value", "betrag"),
    /** Money out, positive. */
    DEBIT("debit", "debit amount", "paid out", "money out", "withdrawal", "withdrawals", "out", "soll"),
    /** Money in, positive. */
    CREDIT("credit", "credit amount", "paid in", "money in", "deposit", "deposits", "in", "haben"),
    /** ISO 4217. */
    CURRENCY("currency", "currency code", "ccy", "waehrung", "währung"),
    /** The bank's own id. */
    ID("transaction id", "transaction_id", "fitid", "id"),
    /** The account. */
    ACCOUNT("account id", "account_id", "account", "account number"),
    /** Merchant category code. */
    MCC("mcc");

    @SuppressWarnings("ImmutableEnumChecker") // List.of makes one that cannot be changed.
    private final List<String> names;

    Column(String... names) {
        this.names = List.of(names);
    }

    /** The header of {@code headers} that is this column; a unit in brackets behind the name does not count. */
    Optional<String> find(List<String> headers) {
        for (String name : names) {
            for (String header : headers) {
                if (plain(header).equals(name)) {
                    return Optional.of(header);
                }
            }
        }
        return Optional.empty();
    }

    /** The column of that name, for options. */
    static Optional<Column> named(String name) {
        for (Column column : values()) {
            if (column.name().equalsIgnoreCase(name)) {
                return Optional.of(column);
            }
        }
        return Optional.empty();
    }

    private static String plain(String header) {
        return header.replaceAll("\\([^)]*\\)", "")
                .strip()
                .replaceAll("\\s+", " ")
                .toLowerCase(Locale.ROOT);
    }
}
