package io.tributary.api.imports;

import java.io.IOException;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * A CSV file with a header row: comma, semicolon, tab or bar between its columns, UTF-8 with or without byte order mark.
 *
 * @param headers the header row
 * @param rows the rows below it
 */
record CsvFile(List<String> headers, List<CSVRecord> rows) {

    private static final String DELIMITERS = ",;\t|";

    /**
     * Reads a file.
     *
     * @throws ImportProblem when it is no such file
     */
    static CsvFile read(Path file) {
        try {
            String text = text(Files.readAllBytes(file));
            CSVFormat format = CSVFormat.RFC4180
                    .builder()
                    .setDelimiter(delimiter(text))
                    .setHeader()
                    .setSkipHeaderRecord(true)
                    .setTrim(true)
                    .setIgnoreEmptyLines(true)
                    .setAllowMissingColumnNames(true)
                    .get();
            try (CSVParser parser = format.parse(new StringReader(text))) {
                return new CsvFile(parser.getHeaderNames(), parser.getRecords());
            }
        } catch (CharacterCodingException otherCharset) {
            throw new ImportProblem("The file is not UTF-8: save it as CSV UTF-8.");
        } catch (IOException | IllegalArgumentException unreadable) {
            throw new ImportProblem("The file " + file + " is no CSV file with a header row that can be read.");
        }
    }

    private static String text(byte[] bytes) throws CharacterCodingException {
        String text = StandardCharsets.UTF_8
                .newDecoder()
                .decode(ByteBuffer.wrap(bytes))
                .toString();
        return text.startsWith("\ufeff") ? text.substring(1) : text;
    }

    private static char delimiter(String text) {
        String header = text.lines().findFirst().orElse("");
        char best = ',';
        long most = 0;
        for (int i = 0; i < DELIMITERS.length(); i++) {
            char candidate = DELIMITERS.charAt(i);
            long count = header.chars().filter(c -> c == candidate).count();
            if (count > most) {
                most = count;
                best = candidate;
            }
        }
        return best;
    }
}
