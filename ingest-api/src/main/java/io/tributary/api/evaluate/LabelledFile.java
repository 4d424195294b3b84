package io.tributary.api.evaluate;

import io.tributary.api.config.StartupProblem;
import io.tributary.avro.Direction;
import io.tributary.topologies.classify.evaluation.LabelledLine;
import io.tributary.topologies.taxonomy.Category;
import io.tributary.topologies.taxonomy.Taxonomy;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.apache.commons.csv.DuplicateHeaderMode;
import org.jspecify.annotations.Nullable;

/**
 * A CSV file of statement lines with their categories, UTF-8 with a header line. {@code description} must be there;
 * {@code category} (a primary) and {@code category_detail} say what is right; {@code id} names the row, else its number
 * from 1; a negative {@code amount} went out, a positive one came in, and without one the money went out; {@code mcc} is a
 * merchant category code. Other columns are passed over.
 *
 * @param lines the rows in the order of the file
 * @param unknown categories that are none of the taxonomy, with how many rows have them: these rows have no label
 */
public record LabelledFile(List<LabelledLine> lines, Map<String, Integer> unknown) {

    private static final CSVFormat FORMAT = CSVFormat.RFC4180
            .builder()
            .setHeader()
            .setSkipHeaderRecord(true)
            .setIgnoreHeaderCase(true)
            .setIgnoreEmptyLines(true)
            .setTrim(true)
            .setAllowMissingColumnNames(true)
            .setDuplicateHeaderMode(DuplicateHeaderMode.ALLOW_EMPTY)
            .get();
    private static final String DESCRIPTION = "description";
    private static final char MARK = '\uFEFF';

    /**
     * Reads a file.
     *
     * @throws StartupProblem when it cannot be read, has no column of descriptions, or an amount is none
     */
    public static LabelledFile read(Path file) {
        try (BufferedReader text = Files.newBufferedReader(file, StandardCharsets.UTF_8);
                CSVParser rows = FORMAT.parse(withoutMark(text))) {
            if (rows.getHeaderNames().stream().noneMatch(DESCRIPTION::equalsIgnoreCase)) {
                throw new StartupProblem("The file " + file + " has no column description.");
            }
            return read(file, rows);
        } catch (CharacterCodingException | UncheckedIOException | IllegalArgumentException broken) {
            throw new StartupProblem("The file " + file + " is no CSV in UTF-8 with a header line.", broken);
        } catch (IOException unreadable) {
            throw new StartupProblem("The file " + file + " cannot be read.", unreadable);
        }
    }

    private static LabelledFile read(Path file, CSVParser rows) {
        List<LabelledLine> lines = new ArrayList<>();
        Map<String, Integer> unknown = new TreeMap<>();
        for (CSVRecord row : rows) {
            String id = field(row, "id");
            lines.add(new LabelledLine(
                    id.isEmpty() ? Long.toString(row.getRecordNumber()) : id,
                    field(row, DESCRIPTION),
                    direction(file, row),
                    emptyAsNull(field(row, "mcc")),
                    category(row, unknown)));
        }
        return new LabelledFile(List.copyOf(lines), Map.copyOf(unknown));
    }

    private static Direction direction(Path file, CSVRecord row) {
        String amount = field(row, "amount");
        try {
            return amount.isEmpty() || new BigDecimal(amount).signum() < 0 ? Direction.OUTFLOW : Direction.INFLOW;
        } catch (NumberFormatException none) {
            throw new StartupProblem(
                    "The file %s: row %d has an amount that is no number; write it like -12.50."
                            .formatted(file, row.getRecordNumber()),
                    none);
        }
    }

    private static @Nullable Category category(CSVRecord row, Map<String, Integer> unknown) {
        String primary = field(row, "category").toUpperCase(Locale.ROOT);
        String detail = field(row, "category_detail").toUpperCase(Locale.ROOT);
        Category detailed = Taxonomy.find(detail).orElse(null);
        if (detailed != null && (primary.isEmpty() || detailed.primary().equals(primary))) {
            return detailed;
        }
        Category known = Taxonomy.find(primary).orElse(null);
        if (known == null && !primary.isEmpty()) {
            unknown.merge(primary, 1, Integer::sum);
        }
        return known;
    }

    private static String field(CSVRecord row, String column) {
        return row.isSet(column) ? row.get(column) : "";
    }

    private static @Nullable String emptyAsNull(String text) {
        return text.isEmpty() ? null : text;
    }

    private static Reader withoutMark(BufferedReader text) throws IOException {
        text.mark(1);
        if (text.read() != MARK) {
            text.reset();
        }
        return text;
    }
}
