package io.tributary.api.imports;

import io.tributary.api.imports.SignRule.Signed;
import io.tributary.api.ingest.TransactionBody;
import io.tributary.api.json.Decimal;
import io.tributary.avro.Direction;
import io.tributary.schemas.Currencies;
import io.tributary.schemas.Money;
import io.tributary.schemas.MoneyReading;
import java.nio.charset.Charset;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Reads a bank's CSV file. What it cannot know it does not guess: it says what to add. */
public final class StatementReader {

    private static final Pattern SPACE = Pattern.compile("\\s+", Pattern.UNICODE_CHARACTER_CLASS);

    private final ImportOptions options;
    private final Fingerprints ids = new Fingerprints();

    /** For one file. */
    private StatementReader(ImportOptions options) {
        this.options = options;
    }

    /** How this file writes what its cells hold. */
    private record Layout(ColumnMapping columns, DateStyle dates, SignRule signs) {}

    /**
     * Reads a file.
     *
     * @throws StatementProblem when it cannot be understood as a whole; a bad row only is a refused row
     */
    public static Statement read(byte[] file, ImportOptions options) {
        return new StatementReader(options).read(file);
    }

    private Statement read(byte[] file) {
        Charset encoding = Objects.requireNonNullElseGet(options.reading().encoding(), () -> Encoding.detect(file));
        String text = Encoding.decode(file, encoding);
        Character delimiter = options.reading().delimiter();
        CsvStatement csv = delimiter == null ? CsvStatement.parse(text) : CsvStatement.parse(text, delimiter);
        ColumnMapping found = ColumnMapping.find(csv, options.reading().columns());
        List<CsvStatement.Line> lines =
                csv.lines().subList(found.firstLine(), csv.lines().size());
        ColumnMapping columns = plausible(found, lines);
        requireCurrency(columns);
        Layout layout = layout(columns, lines);
        return new Statement(
                describe(encoding, csv.delimiter(), layout),
                lines.stream().map(line -> row(line, layout)).toList());
    }

    /** Leaves out what was guessed by its title alone and holds something else. */
    private ColumnMapping plausible(ColumnMapping columns, List<CsvStatement.Line> lines) {
        ColumnMapping result = columns;
        if (!options.reading().columns().containsKey(Column.DIRECTION)
                && lines.stream().anyMatch(line -> Way.of(columns.cell(line, Column.DIRECTION))
                        .isEmpty())) {
            result = result.without(Column.DIRECTION);
        }
        if (!options.reading().columns().containsKey(Column.CURRENCY)
                && lines.stream().noneMatch(line -> Currencies.isKnown(code(columns.cell(line, Column.CURRENCY))))) {
            result = result.without(Column.CURRENCY);
        }
        return result;
    }

    private void requireCurrency(ColumnMapping columns) {
        if (!columns.has(Column.CURRENCY) && columns.currency() == null && options.currency() == null) {
            throw new StatementProblem(
                    "The file does not say in which currency it is: add --currency, such as --currency EUR.");
        }
    }

    private Layout layout(ColumnMapping columns, List<CsvStatement.Line> lines) {
        AmountText.Decimals decimals = decimals(columns, lines);
        SignRule signs = SignRule.of(columns, decimals, lines, options.reading().spendingPositive());
        return new Layout(columns, dates(columns, lines), signs);
    }

    private DateStyle dates(ColumnMapping columns, List<CsvStatement.Line> lines) {
        if (options.reading().dateFormat() != null) {
            return DateStyle.of(options.reading().dateFormat());
        }
        DateStyle.Reading reading = DateStyle.detect(
                lines.stream().map(line -> columns.cell(line, Column.DATE)).toList());
        if (reading instanceof DateStyle.Reading.Found found) {
            return found.style();
        }
        if (reading instanceof DateStyle.Reading.Ambiguous two) {
            throw new StatementProblem("The dates can be read as " + two.one() + " and as " + two.other()
                    + ", which gives different days: add --date-format \"" + two.one() + "\" or --date-format \""
                    + two.other() + "\".");
        }
        if (lines.isEmpty()) {
            return DateStyle.of("yyyy-M-d");
        }
        throw new StatementProblem("The date column holds no dates that are known: add --date-format, such as"
                + " --date-format \"dd.MM.yyyy\", or name another column with --map.");
    }

    private AmountText.Decimals decimals(ColumnMapping columns, List<CsvStatement.Line> lines) {
        Boolean comma = options.reading().decimalComma();
        if (comma != null) {
            return comma ? AmountText.Decimals.COMMA : AmountText.Decimals.POINT;
        }
        AmountText.Reading reading = AmountText.detect(lines.stream()
                .flatMap(line ->
                        Stream.of(Column.AMOUNT, Column.DEBIT, Column.CREDIT).map(column -> columns.cell(line, column)))
                .filter(cell -> !cell.isEmpty())
                .toList());
        if (reading instanceof AmountText.Reading.Found found) {
            return found.decimals();
        }
        throw new StatementProblem("The amounts can be read with a decimal point and with a decimal comma: add"
                + " --decimal point or --decimal comma.");
    }

    private Statement.Row row(CsvStatement.Line line, Layout layout) {
        Optional<LocalDate> day = layout.dates().read(layout.columns().cell(line, Column.DATE));
        if (day.isEmpty()) {
            return new Statement.Row.Refused(
                    line.number(),
                    "date.format",
                    "the date must be written as " + layout.dates().pattern());
        }
        Signed signed = layout.signs().read(line);
        if (signed instanceof Signed.Broken broken) {
            return new Statement.Row.Refused(line.number(), broken.rule(), broken.message());
        }
        MoneyReading money = Money.read(((Signed.Amount) signed).value(), currency(line, layout.columns()));
        if (money instanceof MoneyReading.Refused refused) {
            return refused(line, refused.rule());
        }
        return entry(line, layout.columns(), day.get(), ((MoneyReading.Amount) money).money());
    }

    private static Statement.Row refused(CsvStatement.Line line, MoneyReading.Rule rule) {
        return switch (rule) {
            case UNKNOWN_CURRENCY ->
                new Statement.Row.Refused(line.number(), "currency.iso4217", "currency " + rule.sentence());
            case NOT_A_NUMBER -> new Statement.Row.Refused(line.number(), "amount.number", "amount " + rule.sentence());
            case TOO_MANY_DECIMALS ->
                new Statement.Row.Refused(line.number(), "amount.decimals", "amount " + rule.sentence());
            case TOO_LARGE -> new Statement.Row.Refused(line.number(), "amount.max", "amount " + rule.sentence());
        };
    }

    private Statement.Row entry(CsvStatement.Line line, ColumnMapping columns, LocalDate day, Money signed) {
        String own = columns.cell(line, Column.ACCOUNT);
        String account = options.account() != null || own.isEmpty() ? options.account() : own;
        String text = description(line, columns);
        Money size = signed.minor() < 0 ? Money.zero(signed.currency()).minus(signed) : signed;
        return new Statement.Row.Entry(
                line.number(),
                new TransactionBody(
                        ids.next(options.user(), account, day, signed, text),
                        null,
                        options.user(),
                        account,
                        new Decimal(size.format()),
                        size.currency(),
                        (signed.minor() > 0 ? Direction.INFLOW : Direction.OUTFLOW).name(),
                        text,
                        day.toString(),
                        null,
                        null,
                        null,
                        null,
                        null,
                        options.accountKind(),
                        options.source()));
    }

    /** The other side and what the bank writes, unless one already says the other. */
    private static String description(CsvStatement.Line line, ColumnMapping columns) {
        List<String> parts = new ArrayList<>();
        Stream.concat(columns.cells(line, Column.PAYEE).stream(), columns.cells(line, Column.DESCRIPTION).stream())
                .map(part -> SPACE.matcher(part).replaceAll(" ").strip())
                .filter(part -> !part.isEmpty())
                .forEach(part -> {
                    if (parts.stream().noneMatch(other -> contains(other, part))) {
                        parts.removeIf(other -> contains(part, other));
                        parts.add(part);
                    }
                });
        return String.join(" ", parts);
    }

    private static boolean contains(String text, String part) {
        return text.toLowerCase(Locale.ROOT).contains(part.toLowerCase(Locale.ROOT));
    }

    private String currency(CsvStatement.Line line, ColumnMapping columns) {
        String own = code(columns.cell(line, Column.CURRENCY));
        if (!own.isEmpty()) {
            return own;
        }
        return Objects.requireNonNullElse(columns.currency(), Objects.requireNonNullElse(options.currency(), ""));
    }

    private static String code(String cell) {
        return cell.toUpperCase(Locale.ROOT);
    }

    private static List<String> describe(Charset encoding, char delimiter, Layout layout) {
        String mark = delimiter == '\t' ? "tab" : "\"" + delimiter + "\"";
        return Stream.concat(
                        Stream.of("encoding " + encoding.name() + ", cells between " + mark + ", dates "
                                + layout.dates().pattern() + ", decimal "
                                + layout.signs().decimals().name().toLowerCase(Locale.ROOT)),
                        layout.columns().describe().stream())
                .toList();
    }
}
