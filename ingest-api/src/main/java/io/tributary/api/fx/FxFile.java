package io.tributary.api.fx;

import io.tributary.api.problem.FieldError;
import io.tributary.avro.FxRates;
import io.tributary.schemas.Currencies;
import java.io.IOException;
import java.io.PushbackReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.apache.commons.csv.DuplicateHeaderMode;

/**
 * Reads files of exchange rates, CSV in UTF-8 with a header line, in one of two shapes:
 *
 * <ul>
 *   <li>long: the columns {@code date,base,currency,rate} in any order, a rate a line;
 *   <li>wide, as the European Central Bank publishes it: {@code Date,USD,JPY,…}, a day a line, against EUR. Days are
 *       {@code 2026-11-30} or {@code 30 November 2026}; {@code N/A} and empty fields are passed over, and so are columns of
 *       currencies that are no more.
 * </ul>
 *
 * Nothing is returned unless every line is right. Lines are counted from 1, the header among them.
 */
public final class FxFile {

    private static final CSVFormat FORMAT = CSVFormat.RFC4180
            .builder()
            .setHeader()
            .setSkipHeaderRecord(true)
            .setIgnoreHeaderCase(true)
            .setIgnoreSurroundingSpaces(true)
            .setIgnoreEmptyLines(true)
            .setTrim(true)
            .setAllowMissingColumnNames(true)
            .setDuplicateHeaderMode(DuplicateHeaderMode.ALLOW_EMPTY)
            .get();
    private static final List<String> LONG = List.of("DATE", "BASE", "CURRENCY", "RATE");
    private static final DateTimeFormatter SPOKEN = DateTimeFormatter.ofPattern("dd MMMM uuuu", Locale.ENGLISH);
    private static final Pattern CODE = Pattern.compile("[A-Z]{3}");
    private static final int ISO_DATE = 10;

    private final Map<Key, Day> days = new TreeMap<>(Key.ORDER);
    private final List<String> errors = new ArrayList<>();

    private FxFile() {}

    private record Key(LocalDate day, String base) {

        static final Comparator<Key> ORDER = Comparator.comparing(Key::day).thenComparing(Key::base);
    }

    private record Day(long line, Map<String, String> rates) {}

    /**
     * The rates in a file, one record a day and base, oldest first.
     *
     * @throws FxFileException when a line breaks a rule, naming each such line
     * @throws IOException when the file cannot be read
     */
    public static List<FxRates> read(Path file) throws IOException {
        try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            return read(reader);
        }
    }

    /**
     * The same from text.
     *
     * @throws FxFileException when a line breaks a rule, naming each such line
     * @throws IOException when the text cannot be read
     */
    static List<FxRates> read(Reader text) throws IOException {
        FxFile file = new FxFile();
        try (CSVParser rows = FORMAT.parse(withoutMark(text))) {
            file.take(rows);
        } catch (IllegalArgumentException header) {
            throw new FxFileException(List.of("line 1: a column is there twice"));
        } catch (CharacterCodingException | UncheckedIOException broken) {
            throw new FxFileException(List.of("the file is no CSV in UTF-8"));
        }
        return file.rates();
    }

    private void take(CSVParser rows) {
        List<String> columns = rows.getHeaderNames().stream()
                .map(name -> name.strip().toUpperCase(Locale.ROOT))
                .toList();
        boolean isLong = columns.containsAll(LONG);
        if (!isLong && !isWide(columns)) {
            throw new FxFileException(
                    List.of("line 1: the columns must be date,base,currency,rate or Date and currency codes"));
        }
        for (CSVRecord row : rows) {
            long line = rows.getCurrentLineNumber();
            if (isLong) {
                takeRate(line, row);
            } else {
                takeDay(line, row, columns);
            }
        }
    }

    private void takeRate(long line, CSVRecord row) {
        if (row.size() < LONG.size()) {
            errors.add("line " + line + ": fields are missing");
            return;
        }
        Optional<LocalDate> day = day(row.get("date"));
        if (day.isEmpty()) {
            errors.add("line " + line + ": the date must be like 2026-11-30");
            return;
        }
        String currency = row.get("currency").toUpperCase(Locale.ROOT);
        String rate = row.get("rate");
        String base = row.get("base").toUpperCase(Locale.ROOT);
        check(line, RateRules.read(day.get(), base, Map.of(currency, rate)));
        String before = days.computeIfAbsent(new Key(day.get(), base), key -> new Day(line, new TreeMap<>()))
                .rates()
                .putIfAbsent(currency, rate);
        if (before != null && !before.equals(rate)) {
            errors.add("line " + line + ": the same day, base and currency have another rate above");
        }
    }

    private void takeDay(long line, CSVRecord row, List<String> columns) {
        Optional<LocalDate> day = day(row.get(0));
        if (day.isEmpty()) {
            errors.add("line " + line + ": the date must be like 2026-11-30 or 30 November 2026");
            return;
        }
        Map<String, String> rates = new TreeMap<>();
        for (int i = 1; i < Math.min(columns.size(), row.size()); i++) {
            String rate = row.get(i);
            if (Currencies.isKnown(columns.get(i)) && !rate.isEmpty() && !rate.equals("N/A")) {
                rates.put(columns.get(i), rate);
            }
        }
        if (rates.isEmpty()) {
            return;
        }
        check(line, RateRules.read(day.get(), "EUR", rates));
        if (days.putIfAbsent(new Key(day.get(), "EUR"), new Day(line, rates)) != null) {
            errors.add("line " + line + ": the same day stands above");
        }
    }

    private void check(long line, RateRules.Result result) {
        if (result instanceof RateRules.Result.Refused refused) {
            refused.errors().stream()
                    .map(FieldError::message)
                    .forEach(message -> errors.add("line " + line + ": " + message));
        }
    }

    private List<FxRates> rates() {
        List<FxRates> rates = new ArrayList<>();
        if (errors.isEmpty()) {
            days.forEach((key, day) -> {
                RateRules.Result result = RateRules.read(key.day(), key.base(), day.rates());
                if (result instanceof RateRules.Result.Rates read) {
                    rates.add(read.rates());
                } else {
                    check(day.line(), result);
                }
            });
        }
        if (!errors.isEmpty()) {
            throw new FxFileException(errors);
        }
        return rates;
    }

    private static Optional<LocalDate> day(String text) {
        try {
            return Optional.of(text.length() == ISO_DATE ? LocalDate.parse(text) : LocalDate.parse(text, SPOKEN));
        } catch (DateTimeException broken) {
            return Optional.empty();
        }
    }

    /** A column that is no currency code is no rate either: better said than passed over. */
    private static boolean isWide(List<String> columns) {
        return columns.size() > 1
                && columns.get(0).equals("DATE")
                && columns.stream()
                        .skip(1)
                        .allMatch(name -> name.isEmpty() || CODE.matcher(name).matches())
                && columns.stream().anyMatch(Currencies::isKnown);
    }

    /** Some programs put a mark before the first character of a file. */
    private static Reader withoutMark(Reader text) throws IOException {
        PushbackReader reader = new PushbackReader(text);
        int first = reader.read();
        if (first != -1 && first != '\uFEFF') {
            reader.unread(first);
        }
        return reader;
    }
}
