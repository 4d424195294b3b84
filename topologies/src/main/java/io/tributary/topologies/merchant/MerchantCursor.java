package io.tributary.topologies.merchant;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where a walk over merchants goes on. As text it is opaque to callers.
 *
 * @param from first day of the question
 * @param to last day of the question
 * @param merchantKey the merchant it stopped in or before
 * @param next the row to go on with; null for the merchant's first
 * @param partial what was already added up of that merchant
 */
record MerchantCursor(
        LocalDate from,
        LocalDate to,
        String merchantKey,
        @Nullable Place next,
        List<MerchantTotals> partial) {

    /** A row of a merchant. */
    record Place(Instant at, String transactionId) {}

    /** The start of a walk. */
    static MerchantCursor start(LocalDate from, LocalDate to) {
        return new MerchantCursor(from, to, "", null, List.of());
    }

    String encode() {
        StringBuilder text = new StringBuilder();
        text.append(from.toEpochDay()).append(' ').append(to.toEpochDay()).append(' ');
        text.append(merchantKey).append('\n');
        if (next != null) {
            text.append(next.at().toEpochMilli()).append(' ').append(next.transactionId());
        }
        for (MerchantTotals sum : partial) {
            text.append('\n').append(sum.currency());
            text.append(' ').append(sum.inflowMinor()).append(' ').append(sum.inflowCount());
            text.append(' ').append(sum.outflowMinor()).append(' ').append(sum.outflowCount());
            text.append(' ').append(sum.newestTransactionId());
        }
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(text.toString().getBytes(StandardCharsets.UTF_8));
    }

    /**
     * Reads what {@link #encode} made.
     *
     * @throws IllegalArgumentException when it is no such text, or belongs to a question about other days
     */
    static MerchantCursor decode(String text, LocalDate from, LocalDate to) {
        String[] lines = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8).split("\n", -1);
        String[] head = fields(lines[0], 3);
        if (Long.parseLong(head[0]) != from.toEpochDay() || Long.parseLong(head[1]) != to.toEpochDay()) {
            throw new IllegalArgumentException("the cursor belongs to a question about other days");
        }
        if (lines.length < 2) {
            throw broken();
        }
        List<MerchantTotals> partial = new ArrayList<>();
        for (int i = 2; i < lines.length; i++) {
            partial.add(totals(head[2], fields(lines[i], 6)));
        }
        return new MerchantCursor(from, to, head[2], lines[1].isEmpty() ? null : place(fields(lines[1], 2)), partial);
    }

    private static Place place(String[] fields) {
        return new Place(Instant.ofEpochMilli(Long.parseLong(fields[0])), fields[1]);
    }

    private static MerchantTotals totals(String merchantKey, String[] fields) {
        return new MerchantTotals(
                merchantKey,
                fields[0],
                Long.parseLong(fields[1]),
                Integer.parseInt(fields[2]),
                Long.parseLong(fields[3]),
                Integer.parseInt(fields[4]),
                fields[5]);
    }

    private static String[] fields(String line, int count) {
        String[] fields = line.split(" ", count);
        if (fields.length != count) {
            throw broken();
        }
        return fields;
    }

    private static IllegalArgumentException broken() {
        return new IllegalArgumentException("not a cursor of this query");
    }
}
