package io.tributary.api.imports;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * The lines of a CSV file, blank ones left out.
 *
 * @param delimiter what stands between its cells
 * @param lines the lines, the header and what comes before it among them
 */
record CsvStatement(char delimiter, List<Line> lines) {

    private static final List<Character> DELIMITERS = List.of(';', ',', '\t', '|');
    private static final int SAMPLE_LINES = 100;
    private static final int SAMPLE_CHARACTERS = 64 * 1024;

    /** Copies the list. */
    CsvStatement {
        lines = List.copyOf(lines);
    }

    /**
     * A line of the file.
     *
     * @param number the line of the file it begins in, from 1: a cell may hold line ends
     * @param cells its cells, without space at their ends
     */
    record Line(long number, List<String> cells) {

        /** Copies the list. */
        Line {
            cells = List.copyOf(cells);
        }

        /** A cell; empty where the line has no such. */
        String cell(int place) {
            return place < cells.size() ? cells.get(place) : "";
        }

        private boolean isBlank() {
            return cells.stream().allMatch(String::isEmpty);
        }
    }

    /**
     * Reads a text whose delimiter is found out: the one that cuts most of the first lines into the same number of cells.
     *
     * @throws StatementProblem when it is no CSV
     */
    static CsvStatement parse(String text) {
        String sample = text.substring(0, Math.min(text.length(), SAMPLE_CHARACTERS));
        char best = ',';
        int bestScore = -1;
        for (char candidate : DELIMITERS) {
            int score = score(sample, candidate);
            if (score > bestScore) {
                best = candidate;
                bestScore = score;
            }
        }
        return parse(text, best);
    }

    /**
     * Reads a text.
     *
     * @throws StatementProblem when it is no CSV
     */
    static CsvStatement parse(String text, char delimiter) {
        try {
            return new CsvStatement(delimiter, lines(text, delimiter, Integer.MAX_VALUE));
        } catch (UncheckedIOException broken) {
            throw new StatementProblem(
                    "The file is no CSV: a quoted cell of it never ends or is followed by other text.");
        }
    }

    private static int score(String sample, char delimiter) {
        Map<Integer, Integer> widths = new TreeMap<>();
        try {
            lines(sample, delimiter, SAMPLE_LINES)
                    .forEach(line -> widths.merge(line.cells().size(), 1, Integer::sum));
        } catch (UncheckedIOException broken) {
            return 0;
        }
        return widths.entrySet().stream()
                .mapToInt(width -> (width.getKey() - 1) * width.getValue())
                .max()
                .orElse(0);
    }

    private static List<Line> lines(String text, char delimiter, int most) {
        CSVFormat format = CSVFormat.DEFAULT
                .builder()
                .setDelimiter(delimiter)
                .setIgnoreEmptyLines(false)
                .setIgnoreSurroundingSpaces(true)
                .setLenientEof(true)
                .setTrailingData(true)
                .get();
        List<Line> lines = new ArrayList<>();
        try (CSVParser parser = format.parse(new StringReader(text))) {
            Iterator<CSVRecord> records = parser.iterator();
            long number = 1;
            while (lines.size() < most && records.hasNext()) {
                Line line = new Line(
                        number, records.next().stream().map(String::strip).toList());
                number = parser.getCurrentLineNumber() + 1;
                if (!line.isBlank()) {
                    lines.add(line);
                }
            }
            return lines;
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
