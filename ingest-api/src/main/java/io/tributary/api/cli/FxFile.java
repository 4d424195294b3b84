package io.tributary.api.cli;

import io.tributary.api.config.StartupProblem;
import io.tributary.api.ingest.FxReader;
import io.tributary.avro.FxRates;
import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * Reads exchange rates from a CSV file: {@code date,base,currency,rate} with a row a rate, or the European Central Bank's
 * {@code Date,USD,JPY,...} with a row a day against EUR and N/A where there is no rate.
 */
final class FxFile {

    private static final String ECB_BASE = "EUR";
    private static final String NO_RATE = "N/A";
    private static final CSVFormat FORMAT = CSVFormat.RFC4180
            .builder()
            .setHeader()
            .setSkipHeaderRecord(true)
            .setIgnoreHeaderCase(true)
            .setTrim(true)
            .setAllowMissingColumnNames(true)
            .get();

    private record Key(LocalDate day, String base) implements Comparable<Key> {

        @Override
        public int compareTo(Key other) {
            int order = day.compareTo(other.day);
            return order != 0 ? order : base.compareTo(other.base);
        }
    }

    private FxFile() {}

    /**
     * The rates, by day.
     *
     * @throws StartupProblem naming the line that cannot be read
     */
    static List<FxRates> read(Path file) {
        Map<Key, Map<String, String>> days = new TreeMap<>();
        try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8);
                CSVParser rows = FORMAT.parse(reader)) {
            boolean wide = !rows.getHeaderMap().containsKey("rate");
            for (CSVRecord row : rows) {
                take(row, wide, days);
            }
        } catch (IOException | IllegalArgumentException unreadable) {
            throw new StartupProblem("The file " + file + " is no CSV of exchange rates that can be read.", unreadable);
        }
        List<FxRates> rates = new ArrayList<>();
        days.forEach((key, quoted) -> rates.add(checked(key, quoted)));
        return rates;
    }

    private static void take(CSVRecord row, boolean wide, Map<Key, Map<String, String>> days) {
        LocalDate day = day(row);
        if (!wide) {
            days.computeIfAbsent(new Key(day, row.get("base")), unused -> new TreeMap<>())
                    .put(row.get("currency"), row.get("rate"));
            return;
        }
        Map<String, String> quoted = days.computeIfAbsent(new Key(day, ECB_BASE), unused -> new TreeMap<>());
        row.toMap().forEach((column, rate) -> {
            String currency = column.toUpperCase(Locale.ROOT);
            // The ECB's history also holds currencies that are withdrawn; nobody can have amounts in them.
            if (io.tributary.schemas.Currencies.isKnown(currency) && !rate.isEmpty() && !rate.equals(NO_RATE)) {
                quoted.put(currency, rate);
            }
        });
    }

    private static LocalDate day(CSVRecord row) {
        try {
            return LocalDate.parse(row.get("date"));
        } catch (DateTimeException broken) {
            throw new StartupProblem("Row " + row.getRecordNumber() + ": the date must be like 2026-11-30.", broken);
        }
    }

    private static FxRates checked(Key key, Map<String, String> quoted) {
        FxReader.Result result = FxReader.read(key.day(), key.base(), quoted);
        if (result instanceof FxReader.Result.Rates rates) {
            return rates.rates();
        }
        String reason = ((FxReader.Result.Refused) result).errors().get(0).message();
        throw new StartupProblem("The rates of " + key.day() + " cannot be taken: " + reason + ".");
    }
}
