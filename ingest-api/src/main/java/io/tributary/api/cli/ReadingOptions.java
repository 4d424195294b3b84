package io.tributary.api.cli;

import io.tributary.api.imports.Column;
import io.tributary.api.imports.ImportOptions;
import java.nio.charset.Charset;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** What a person can say about how a statement is written. */
final class ReadingOptions {

    @Option(
            names = "--map",
            split = ",",
            paramLabel = "MEANING=COLUMN",
            description =
                    "Which columns mean what, by title or number: --map date=Buchungstag,amount=4. Meanings: date,"
                            + " amount, debit, credit, direction, currency, payee, description (several joined by +), account.")
    private Map<String, String> map = new LinkedHashMap<>();

    @Option(names = "--date-format", paramLabel = "F", description = "How dates are written, such as dd/MM/yyyy.")
    private @Nullable String dateFormat;

    @Option(names = "--decimal", paramLabel = "point|comma", description = "What stands before the decimals.")
    private @Nullable String decimal;

    @Option(names = "--encoding", paramLabel = "E", description = "Encoding of the file, such as windows-1252.")
    private @Nullable Charset encoding;

    @Option(names = "--delimiter", paramLabel = "D", description = "What stands between cells; \"tab\" for a tab.")
    private @Nullable String delimiter;

    @Option(names = "--spending-positive", description = "Money out stands there without a minus, money in with one.")
    private boolean spendingPositive;

    /** What was said, checked. */
    ImportOptions.Reading reading(CommandLine command) {
        return new ImportOptions.Reading(
                columns(command),
                dateFormat(command),
                decimalComma(command),
                encoding,
                delimiter(command),
                spendingPositive);
    }

    private Map<Column, String> columns(CommandLine command) {
        Map<Column, String> columns = new EnumMap<>(Column.class);
        map.forEach((word, title) -> columns.put(
                Column.of(word.strip())
                        .orElseThrow(() -> new ParameterException(
                                command,
                                "--map knows no \"" + word + "\"; it knows " + ImportCommand.columnWords() + ".")),
                title.strip()));
        return columns;
    }

    private @Nullable String dateFormat(CommandLine command) {
        if (dateFormat != null && !ImportOptions.isDateFormat(dateFormat)) {
            throw new ParameterException(command, "--date-format must be a pattern of a date, such as dd/MM/yyyy.");
        }
        return dateFormat;
    }

    private @Nullable Boolean decimalComma(CommandLine command) {
        if (decimal == null) {
            return null;
        }
        return switch (decimal) {
            case "comma" -> true;
            case "point" -> false;
            default -> throw new ParameterException(command, "--decimal must be point or comma.");
        };
    }

    private @Nullable Character delimiter(CommandLine command) {
        if (delimiter == null) {
            return null;
        }
        if (delimiter.equals("tab")) {
            return '\t';
        }
        if (delimiter.length() != 1) {
            throw new ParameterException(command, "--delimiter must be one character, or \"tab\".");
        }
        return delimiter.charAt(0);
    }
}
