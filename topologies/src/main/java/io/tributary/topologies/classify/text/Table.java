package io.tributary.topologies.classify.text;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/** Reads the tab-separated tables that are part of the jar; lines that begin with {@code #} are comments. */
public final class Table {

    private Table() {}

    /** The rows of the table beside a class, each exactly {@code columns} wide. */
    public static List<String[]> rows(Class<?> beside, String name, int columns) {
        try (InputStream in = Objects.requireNonNull(beside.getResourceAsStream(name), name);
                BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            return lines.lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> split(name, line, columns))
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(name + " is part of the jar", unreadable);
        }
    }

    private static String[] split(String name, String line, int columns) {
        String[] cells = line.split("\t", -1);
        if (cells.length != columns) {
            throw new IllegalStateException(name + ": a row without " + columns + " columns: " + line);
        }
        return cells;
    }
}
