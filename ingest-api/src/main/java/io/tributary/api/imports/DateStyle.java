package io.tributary.api.imports;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A way to write dates. A time after the date is left out: banks do not say in which zone it is, and a bare date is the
 * user's own day everywhere.
 *
 * @param pattern as it is shown and given
 * @param formatter reads it
 */
record DateStyle(String pattern, DateTimeFormatter formatter) {

    /** Longest text that may be a date. */
    private static final int LONGEST = 40;

    private static final int SAMPLE = 200;

    private static final Pattern TIME = Pattern.compile("(?<=.{6})[T ,]+\\d{1,2}[:.]\\d{2}.*$");
    private static final Pattern COMPACT_TIME = Pattern.compile("(?<=^\\d{8})\\d{6}.*$");

    private static final List<DateStyle> STYLES = Stream.concat(
                    Stream.of(
                                    "yyyy-M-d",
                                    "yyyy/M/d",
                                    "yyyy.M.d",
                                    "yyyyMMdd",
                                    "d.M.yyyy",
                                    "d.M.yy",
                                    "d/M/yyyy",
                                    "M/d/yyyy",
                                    "d-M-yyyy",
                                    "M-d-yyyy",
                                    "d/M/yy",
                                    "M/d/yy",
                                    "d-M-yy",
                                    "M-d-yy")
                            .map(pattern -> of(pattern, Locale.ROOT)),
                    Stream.of("en", "de", "fr", "es", "it", "nl", "pt")
                            .map(Locale::forLanguageTag)
                            .flatMap(DateStyle::withMonthNames))
            .toList();

    /** What a column's dates look like. */
    sealed interface Reading {
        /** So; rows that it does not read hold no date. */
        record Found(DateStyle style) implements Reading {}

        /** In two ways that give different days. */
        record Ambiguous(String one, String other) implements Reading {}

        /** Like nothing that is known. */
        record None() implements Reading {}
    }

    /**
     * A style by its pattern, in the letters of {@link DateTimeFormatter}; names of months in English.
     *
     * @throws IllegalArgumentException when it is no pattern of a date
     */
    static DateStyle of(String pattern) {
        DateStyle style = of(pattern, Locale.ENGLISH);
        LocalDate example = LocalDate.of(2026, 11, 30);
        try {
            if (!style.read(example.format(style.formatter())).equals(Optional.of(example))) {
                throw new IllegalArgumentException("no pattern of a date");
            }
            return style;
        } catch (DateTimeException noDate) {
            throw new IllegalArgumentException("no pattern of a date", noDate);
        }
    }

    /** Finds the style that reads most of a column's cells. */
    static Reading detect(List<String> cells) {
        List<String> dates = cells.stream().filter(cell -> !cell.isEmpty()).toList();
        List<DateStyle> best = new ArrayList<>();
        long most = 1;
        for (DateStyle style : STYLES) {
            // What is no date costs an exception: most styles are ruled out by a few cells.
            long read = style.count(dates.subList(0, Math.min(SAMPLE, dates.size()))) == 0 ? 0 : style.count(dates);
            if (read > most) {
                best.clear();
            }
            if (read >= most) {
                best.add(style);
                most = read;
            }
        }
        if (best.isEmpty()) {
            return new Reading.None();
        }
        DateStyle first = best.get(0);
        for (DateStyle other : best.subList(1, best.size())) {
            if (dates.stream().anyMatch(cell -> !first.read(cell).equals(other.read(cell)))) {
                return new Reading.Ambiguous(first.pattern(), other.pattern());
            }
        }
        return new Reading.Found(first);
    }

    /** Whether a cell may hold a date, in whatever style. */
    static boolean isDate(String cell) {
        return STYLES.stream().anyMatch(style -> style.read(cell).isPresent());
    }

    /** The day in a cell; empty when it does not hold one. */
    Optional<LocalDate> read(String cell) {
        if (cell.length() > LONGEST) {
            return Optional.empty();
        }
        String day = COMPACT_TIME.matcher(TIME.matcher(cell).replaceFirst("")).replaceFirst("");
        try {
            return Optional.of(LocalDate.parse(day, formatter));
        } catch (DateTimeException noDate) {
            return Optional.empty();
        }
    }

    private long count(List<String> cells) {
        return cells.stream().filter(cell -> read(cell).isPresent()).count();
    }

    private static Stream<DateStyle> withMonthNames(Locale locale) {
        return Stream.of("d MMM yyyy", "d-MMM-yyyy", "d-MMM-yy", "d MMM yy", "d MMMM yyyy", "MMM d yyyy", "MMM d, yyyy")
                .map(pattern -> of(pattern, locale));
    }

    private static DateStyle of(String pattern, Locale locale) {
        // Strict resolving refuses a 31 June, but wants the year without an era.
        DateTimeFormatter formatter = new DateTimeFormatterBuilder()
                .parseCaseInsensitive()
                .appendPattern(pattern.replace('y', 'u'))
                .toFormatter(locale)
                .withResolverStyle(ResolverStyle.STRICT);
        return new DateStyle(pattern, formatter);
    }
}
