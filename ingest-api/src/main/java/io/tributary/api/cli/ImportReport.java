package io.tributary.api.cli;

import io.tributary.api.imports.Statement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** What became of each row of a file; never its content. */
final class ImportReport {

    private static final int MOST_LINES = 100;

    private final List<Statement.Row.Entry> entries = new ArrayList<>();
    private final List<Statement.Row.Refused> refused = new ArrayList<>();
    private final int read;

    /** Of a file whose rows are understood or not. */
    ImportReport(Statement statement) {
        read = statement.rows().size();
        for (Statement.Row row : statement.rows()) {
            if (row instanceof Statement.Row.Entry entry) {
                entries.add(entry);
            } else if (row instanceof Statement.Row.Refused refusal) {
                refused.add(refusal);
            }
        }
    }

    /** The rows to post. */
    List<Statement.Row.Entry> entries() {
        return List.copyOf(entries);
    }

    /** Notes a row that the API refused. */
    void refuse(Statement.Row.Refused refusal) {
        refused.add(refusal);
    }

    int rejected() {
        return refused.size();
    }

    /** All rows. */
    int read() {
        return read;
    }

    /** The report for a person. */
    List<String> lines(boolean dryRun) {
        List<String> lines = new ArrayList<>();
        refused.stream()
                .sorted(Comparator.comparingLong(Statement.Row.Refused::line))
                .limit(MOST_LINES)
                .forEach(row -> lines.add("line %d: %s (%s)".formatted(row.line(), row.message(), row.rule())));
        if (refused.size() > MOST_LINES) {
            lines.add("and %,d more lines".formatted(refused.size() - MOST_LINES));
        }
        lines.add((dryRun
                        ? "%,d rows read, %,d would be posted, %,d would be rejected."
                        : "%,d rows read, %,d accepted, %,d rejected.")
                .formatted(read(), read() - rejected(), rejected()));
        return lines;
    }
}
