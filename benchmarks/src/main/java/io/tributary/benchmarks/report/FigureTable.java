package io.tributary.benchmarks.report;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Figures as a Markdown table that also reads well on a terminal. */
public final class FigureTable {

    private static final List<String> HEAD = List.of("figure", "value", "unit", "baseline", "ratio", "note");
    private static final double WHOLE_FROM = 1_000;
    private static final double TENTHS_FROM = 10;

    private FigureTable() {}

    /** The table, a figure a row. */
    public static String of(List<Figure> figures) {
        List<List<String>> rows = figures.stream().map(FigureTable::row).toList();
        int[] widths = IntStream.range(0, HEAD.size())
                .map(column -> Math.max(
                        HEAD.get(column).length(),
                        rows.stream()
                                .mapToInt(row -> row.get(column).length())
                                .max()
                                .orElse(0)))
                .toArray();
        String rule = IntStream.of(widths)
                .mapToObj(width -> "-".repeat(width + 2))
                .collect(Collectors.joining("|", "|", "|"));
        return line(HEAD, widths) + "\n" + rule + "\n"
                + rows.stream().map(row -> line(row, widths)).collect(Collectors.joining("\n"));
    }

    private static List<String> row(Figure figure) {
        return List.of(
                figure.name(),
                number(figure.value()),
                figure.unit(),
                number(figure.baseline()),
                number(figure.ratio()),
                figure.note());
    }

    private static String number(@Nullable Double value) {
        if (value == null) {
            return "";
        }
        double size = Math.abs(value);
        String format = size >= WHOLE_FROM ? "%,.0f" : size >= TENTHS_FROM ? "%.1f" : "%.3f";
        return String.format(Locale.ROOT, format, value);
    }

    private static String line(List<String> cells, int[] widths) {
        return IntStream.range(0, widths.length)
                .mapToObj(column -> cells.get(column)
                        + " ".repeat(widths[column] - cells.get(column).length()))
                .collect(Collectors.joining(" | ", "| ", " |"));
    }
}
