package io.tributary.api.imports;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** How a file writes its days. A file is read in one format only, and never by a guess between two that both fit. */
final class DateFormats {

    private static final List<String> PATTERNS = List.of(
            "uuuu-M-d",
            "uuuu/M/d",
            "d/M/uuuu",
            "M/d/uuuu",
            "d.M.uuuu",
            "d-M-uuuu",
            "d MMM uuuu",
            "d-MMM-uuuu",
            "MMM d, uuuu",
            "uuuuMMdd");

    private final Optional<DateTimeFormatter> format;

    private DateFormats(Optional<DateTimeFormatter> format) {
        this.format = format;
    }

    /**
     * The format that reads all texts.
     *
     * @throws ImportProblem when none does, or two do and disagree
     */
    static DateFormats detect(List<String> texts) {
        if (texts.stream().allMatch(DateFormats::isInstant)) {
            return new DateFormats(Optional.empty());
        }
        List<DateFormats> fitting = new ArrayList<>();
        for (String pattern : PATTERNS) {
            DateFormats candidate = of(pattern);
            if (texts.stream().allMatch(text -> candidate.read(text).isPresent())) {
                fitting.add(candidate);
            }
        }
        if (fitting.isEmpty()) {
            throw new ImportProblem("The dates are in no known format: give --date-format, e.g. dd/MM/yyyy.");
        }
        DateFormats first = fitting.get(0);
        boolean agree = texts.stream()
                .allMatch(text ->
                        fitting.stream().map(one -> one.read(text)).distinct().count() == 1);
        if (!agree) {
            throw new ImportProblem("The dates can be read day first and month first: give --date-format, e.g."
                    + " dd/MM/yyyy or MM/dd/yyyy.");
        }
        return first;
    }

    /**
     * A given pattern.
     *
     * @throws ImportProblem when it is none
     */
    static DateFormats of(String pattern) {
        try {
            return new DateFormats(Optional.of(new DateTimeFormatterBuilder()
                    .parseCaseInsensitive()
                    .appendPattern(pattern.replace('y', 'u'))
                    .toFormatter(Locale.ENGLISH)
                    .withResolverStyle(ResolverStyle.STRICT)));
        } catch (IllegalArgumentException broken) {
            throw new ImportProblem("--date-format is no date pattern.");
        }
    }

    /** The day, or instant, as the API takes it; nothing where the text is not in this format. */
    Optional<String> read(String text) {
        if (format.isEmpty()) {
            return isInstant(text) ? Optional.of(text) : Optional.empty();
        }
        Optional<String> whole = parse(text);
        // What follows the day is a time without a zone, which says no more than the day does.
        int end = Math.max(text.indexOf(' '), text.indexOf('T'));
        return whole.isPresent() || end < 0 || text.indexOf(':') < 0 ? whole : parse(text.substring(0, end));
    }

    private Optional<String> parse(String text) {
        try {
            return format.map(
                    formatter -> LocalDate.parse(text.strip(), formatter).toString());
        } catch (DateTimeException other) {
            return Optional.empty();
        }
    }

    private static boolean isInstant(String text) {
        try {
            return OffsetDateTime.parse(text).getOffset() != null;
        } catch (DateTimeException other) {
            return false;
        }
    }
}
