package io.tributary.standalone.drill.check;

import com.fasterxml.jackson.databind.JsonNode;
import io.tributary.avro.ClassifiedTransaction;
import io.tributary.avro.Direction;
import io.tributary.standalone.drill.oracle.Expected;
import java.math.BigDecimal;
import java.time.LocalDate;

/** Transactions as they are served and published, in the oracle's terms. */
final class Shown {
    private static final int USUAL_DECIMALS = 2;

    private Shown() {}

    /** A transaction of an answer. */
    static Expected of(JsonNode row) {
        String currency = row.path("amount").path("currency").asText();
        return new Expected(
                minor(row.path("amount"), currency),
                currency,
                row.path("direction").asText().equals("INFLOW"),
                row.path("description").asText(),
                row.path("occurred_at").asText(),
                LocalDate.parse(row.path("local_day").asText()),
                row.path("voided").asBoolean(),
                row.path("category_detail").asText());
    }

    /** A transaction of the topic. */
    static Expected of(ClassifiedTransaction row) {
        return new Expected(
                row.getAmount().getMinor(),
                row.getAmount().getCurrency(),
                row.getDirection() == Direction.INFLOW,
                row.getDescription(),
                row.getOccurredAt() == null
                        ? row.getLocalDay().toString()
                        : row.getOccurredAt().toString(),
                row.getLocalDay(),
                row.getVoided(),
                row.getCategoryDetail());
    }

    /** Money of an answer in minor units. */
    static long minor(JsonNode money, String currency) {
        int decimals = currency.equals("JPY") ? 0 : USUAL_DECIMALS;
        return new BigDecimal(money.path("amount").asText("0"))
                .movePointRight(decimals)
                .longValueExact();
    }
}
