package io.tributary.topologies.ledger;

import io.tributary.avro.ClassifiedTransaction;
import io.tributary.avro.state.TransactionLine;
import io.tributary.topologies.taxonomy.Taxonomy;
import java.time.LocalDate;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Which transactions to list; what is null lets everything through.
 *
 * @param from first local day
 * @param to last local day
 * @param category primary or detailed category
 * @param merchantKey merchant
 * @param accountId account
 * @param text part of the description or merchant name, in any case
 */
public record TransactionFilter(
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        @Nullable String category,
        @Nullable String merchantKey,
        @Nullable String accountId,
        @Nullable String text) {

    /** Everything. */
    public static final TransactionFilter ALL = new TransactionFilter(null, null, null, null, null, null);

    /** What can be told from the line alone, without reading the entry. */
    boolean mayMatch(TransactionLine line) {
        LocalDate day = LocalDate.ofEpochDay(line.getLocalDay());
        return (from == null || !day.isBefore(from))
                && (to == null || !day.isAfter(to))
                && (category == null || Taxonomy.at(line.getCategory()).isWithin(category));
    }

    /** The rest. */
    boolean matches(ClassifiedTransaction entry) {
        return (merchantKey == null || merchantKey.equals(entry.getMerchantKey()))
                && (accountId == null || accountId.equals(entry.getAccountId()))
                && (text == null || contains(entry.getDescription()) || contains(entry.getMerchantName()));
    }

    private boolean contains(String words) {
        return text != null && words.toUpperCase(Locale.ROOT).contains(text.toUpperCase(Locale.ROOT));
    }
}
