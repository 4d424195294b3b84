package io.tributary.api.imports;

import io.tributary.api.ingest.TransactionBody;
import java.util.List;

/**
 * A file as it was understood.
 *
 * @param description how it was read, for the person whose file it is: encoding, columns, dates; no content
 * @param rows what stands in it, in its order
 */
public record Statement(List<String> description, List<Row> rows) {

    /** Copies the lists. */
    public Statement {
        description = List.copyOf(description);
        rows = List.copyOf(rows);
    }

    /** A row of the file. */
    public sealed interface Row {
        /** The line of the file it begins in, from 1. */
        long line();

        /** A transaction to post. */
        record Entry(long line, TransactionBody body) implements Row {}

        /** None, by a rule; the message holds no content. */
        record Refused(long line, String rule, String message) implements Row {}
    }
}
