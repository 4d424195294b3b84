package io.tributary.standalone.drill.load;

import com.fasterxml.jackson.databind.JsonNode;
import io.tributary.standalone.drill.oracle.Change;
import io.tributary.standalone.drill.oracle.Content;
import io.tributary.standalone.drill.oracle.StatementLine;
import java.math.BigDecimal;
import java.util.List;

/** JSON of requests, and what the JSON of answers shows. */
final class Bodies {
    private final List<StatementLine> lines;

    Bodies(List<StatementLine> lines) {
        this.lines = lines;
    }

    /** A transaction to post; an empty id leaves it out. */
    String transaction(String user, String id, Content content) {
        StatementLine line = lines.get(content.line());
        String idField = id.isEmpty() ? "" : "\"id\":\"" + id + "\",";
        return """
                {"user_id":"%s",%s"amount":"%s","currency":"%s","direction":"%s","description":"%s",\
                "occurred_at":"%s","source":"drill"}""".formatted(
                        user,
                        idField,
                        Contents.decimal(content.minor(), content.currency()),
                        content.currency(),
                        line.inflow() ? "INFLOW" : "OUTFLOW",
                        line.description(),
                        content.occurredAt());
    }

    /** What changes a transaction to {@code after}. */
    String change(Change change, Content after) {
        if (change instanceof Change.Amount amount) {
            return "{\"amount\":\"%s\",\"currency\":\"%s\"}"
                    .formatted(Contents.decimal(amount.minor(), amount.currency()), amount.currency());
        }
        if (change instanceof Change.Moment) {
            return "{\"occurred_at\":\"%s\"}".formatted(after.occurredAt());
        }
        if (change instanceof Change.Line line) {
            return "{\"description\":\"%s\"}".formatted(lines.get(line.line()).description());
        }
        if (change instanceof Change.Voided voided) {
            return "{\"voided\":%s}".formatted(voided.voided());
        }
        if (change instanceof Change.Category category) {
            return "{\"category\":\"%s\",\"apply_to\":\"this\"}".formatted(category.category());
        }
        return "{\"category\":\"%s\",\"apply_to\":\"merchant\"}".formatted(((Change.Merchant) change).category());
    }

    /** Whether a transaction as answered shows the change. */
    boolean shows(JsonNode transaction, Change change) {
        if (change instanceof Change.Amount amount) {
            return minorIs(transaction, amount.minor(), amount.currency());
        }
        if (change instanceof Change.Moment moment) {
            Content then = new Content(0, "", 0, moment.day(), moment.second(), false);
            return transaction.path("occurred_at").asText().equals(then.occurredAt());
        }
        if (change instanceof Change.Line line) {
            return transaction
                    .path("description")
                    .asText()
                    .equals(lines.get(line.line()).description());
        }
        if (change instanceof Change.Voided voided) {
            return transaction.path("voided").asBoolean() == voided.voided();
        }
        String category =
                change instanceof Change.Category one ? one.category() : ((Change.Merchant) change).category();
        return transaction.path("category_detail").asText().equals(category);
    }

    /** Whether a transaction as answered has the amount. */
    static boolean minorIs(JsonNode transaction, long minor, String currency) {
        JsonNode money = transaction.path("amount");
        return money.path("currency").asText().equals(currency)
                && new BigDecimal(money.path("amount").asText("0"))
                                .compareTo(new BigDecimal(Contents.decimal(minor, currency)))
                        == 0;
    }
}
