package io.tributary.api.imports;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.apache.commons.csv.CSVRecord;

/** Reads a bank's CSV file: finds out, or is told, which column is what and how dates and amounts are written. */
public final class CsvImport {

    private static final int DAY_LENGTH = 10;

    private final ImportOptions options;
    private final Map<Column, String> columns = new EnumMap<>(Column.class);
    private final DateFormats dates;
    private final AmountFormat amounts;
    private final Fingerprints fingerprints = new Fingerprints();

    private CsvImport(ImportOptions options, CsvFile file) {
        this.options = options;
        map(file.headers());
        this.dates = options.dateFormat() == null
                ? DateFormats.detect(texts(file, Column.DATE))
                : DateFormats.of(options.dateFormat());
        this.amounts = options.decimal() == null ? AmountFormat.detect(amountTexts(file)) : decimal(options.decimal());
    }

    /**
     * The rows of a file, in its order.
     *
     * @throws ImportProblem when the file cannot be understood without being told more
     */
    public static List<ImportRow> read(Path file, ImportOptions options) {
        CsvFile csv = CsvFile.read(file);
        CsvImport reading = new CsvImport(options, csv);
        List<ImportRow> rows = new ArrayList<>(csv.rows().size());
        csv.rows().forEach(row -> rows.add(reading.row(row)));
        return rows;
    }

    private void map(List<String> headers) {
        for (Column column : Column.values()) {
            String given = options.columns().get(column);
            if (given != null && !headers.contains(given)) {
                throw new ImportProblem("The file has no column \"" + given + "\".");
            }
            Optional.ofNullable(given).or(() -> column.find(headers)).ifPresent(header -> columns.put(column, header));
        }
        demand(Column.DATE);
        demand(Column.DESCRIPTION);
        if (!columns.containsKey(Column.DEBIT) && !columns.containsKey(Column.CREDIT)) {
            demand(Column.AMOUNT);
        }
        if (options.currency() == null && !columns.containsKey(Column.CURRENCY)) {
            throw new ImportProblem("No column says the currency: give --currency, e.g. --currency GBP.");
        }
    }

    private void demand(Column column) {
        if (!columns.containsKey(column)) {
            String name = column.name().toLowerCase(java.util.Locale.ROOT);
            throw new ImportProblem("No column looks like the " + name + ": give --column " + name + "=HEADER.");
        }
    }

    private ImportRow row(CSVRecord row) {
        long number = row.getRecordNumber();
        Optional<String> day = dates.read(text(row, Column.DATE));
        Optional<BigDecimal> signed = signed(row);
        if (day.isEmpty()) {
            return new ImportRow.Unreadable(number, "the date is not in the format of the others");
        }
        if (signed.isEmpty()) {
            return new ImportRow.Unreadable(number, "the amount is no number");
        }
        return transaction(row, day.get(), options.inverted() ? signed.get().negate() : signed.get());
    }

    private ImportRow transaction(CSVRecord row, String day, BigDecimal signed) {
        String currency = or(text(row, Column.CURRENCY), options.currency());
        String account = or(text(row, Column.ACCOUNT), options.account());
        String description = text(row, Column.DESCRIPTION);
        String id = text(row, Column.ID);
        String mcc = text(row, Column.MCC);
        return new ImportRow.Transaction(
                row.getRecordNumber(),
                id.isEmpty()
                        ? fingerprints.next(
                                options.user(), account, day.substring(0, DAY_LENGTH), signed, currency, description)
                        : id,
                options.user(),
                account.isEmpty() ? null : account,
                options.accountKind(),
                signed.abs().toPlainString(),
                currency,
                signed.signum() < 0 ? "OUTFLOW" : "INFLOW",
                description,
                day,
                mcc.isEmpty() ? null : mcc,
                options.source());
    }

    /** A signed amount, or money in less money out. */
    private Optional<BigDecimal> signed(CSVRecord row) {
        if (!columns.containsKey(Column.DEBIT) && !columns.containsKey(Column.CREDIT)) {
            return amounts.read(text(row, Column.AMOUNT));
        }
        String debit = text(row, Column.DEBIT);
        String credit = text(row, Column.CREDIT);
        if (debit.isEmpty() && credit.isEmpty()) {
            return Optional.empty();
        }
        Optional<BigDecimal> out = debit.isEmpty() ? Optional.of(BigDecimal.ZERO) : amounts.read(debit);
        Optional<BigDecimal> in = credit.isEmpty() ? Optional.of(BigDecimal.ZERO) : amounts.read(credit);
        // Some banks write money out as negative in its own column; it is out all the same.
        return out.flatMap(paid -> in.map(got -> got.abs().subtract(paid.abs())));
    }

    private String text(CSVRecord row, Column column) {
        String header = columns.get(column);
        return header == null || !row.isSet(header) ? "" : row.get(header);
    }

    private List<String> texts(CsvFile file, Column column) {
        return file.rows().stream()
                .map(row -> text(row, column))
                .filter(text -> !text.isEmpty())
                .toList();
    }

    private List<String> amountTexts(CsvFile file) {
        List<String> texts = new ArrayList<>(texts(file, Column.AMOUNT));
        texts.addAll(texts(file, Column.DEBIT));
        texts.addAll(texts(file, Column.CREDIT));
        return texts;
    }

    private static AmountFormat decimal(String name) {
        return switch (name) {
            case "point" -> AmountFormat.POINT;
            case "comma" -> AmountFormat.COMMA;
            default -> throw new ImportProblem("--decimal must be point or comma.");
        };
    }

    private static String or(String text, @org.jspecify.annotations.Nullable String fallback) {
        return text.isEmpty() ? Objects.requireNonNullElse(fallback, "") : text;
    }
}
