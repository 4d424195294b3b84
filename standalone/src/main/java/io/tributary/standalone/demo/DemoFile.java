package io.tributary.standalone.demo;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.tributary.schemas.Money;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.zip.GZIPInputStream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** The files of demo data in the jar. */
enum DemoFile {
    /** Real purchases on 271 cards, 2014 to 2020. */
    CARDS("devon_pcard_2014_2020.csv.gz"),
    /** Three synthetic households of several years. */
    HOUSEHOLDS("beancount_example_synthetic.csv.gz");

    private static final CSVFormat FORMAT =
            CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get();

    private final String name;

    DemoFile(String name) {
        this.name = name;
    }

    /** Hands over every row, in the order of the file. */
    void forEach(Consumer<DemoRow> reader) {
        try (InputStream packed = Objects.requireNonNull(getClass().getResourceAsStream("/demo/" + name), name);
                CSVParser rows = CSVParser.parse(new InputStreamReader(new GZIPInputStream(packed), UTF_8), FORMAT)) {
            rows.forEach(row -> reader.accept(read(row)));
        } catch (IOException damaged) {
            throw new UncheckedIOException("The demo data " + name + " in the jar cannot be read.", damaged);
        }
    }

    private static DemoRow read(CSVRecord row) {
        return new DemoRow(
                row.get("source"),
                LocalDate.parse(row.get("date")),
                row.get("description"),
                Money.parse(row.get("amount"), row.get("currency")),
                row.get("account"));
    }
}
