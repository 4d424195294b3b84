package io.tributary.api.route;

import io.tributary.api.problem.ProblemException;
import io.tributary.api.problem.ProblemType;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A typed parameter of a query string.
 *
 * @param <T> what it is read to
 * @param name its name
 * @param description what it means, for the documentation
 * @param schema its JSON Schema
 * @param reader reads the text; throws {@link IllegalArgumentException} or {@link DateTimeException} for what it is not
 * @param fallback the value where it is not given; null: there is none
 */
public record Param<T>(
        String name,
        String description,
        Map<String, Object> schema,
        Function<String, T> reader,
        @Nullable T fallback) {

    private static final int LONGEST_TEXT = 512;

    /** A whole number from {@code min} to {@code max}. */
    public static Param<Integer> integer(String name, int min, int max, int fallback, String description) {
        Map<String, Object> schema =
                new LinkedHashMap<>(Map.of("type", "integer", "minimum", min, "maximum", max, "default", fallback));
        return new Param<>(name, description, schema, text -> within(Integer.parseInt(text), min, max), fallback);
    }

    /** A day. */
    public static Param<LocalDate> date(String name, String description) {
        return optional(
                name,
                description,
                Map.of("type", "string", "format", "date"),
                text -> LocalDate.parse(ofLength(text, 10)));
    }

    /** A calendar month. */
    public static Param<YearMonth> month(String name, String description) {
        return optional(
                name,
                description,
                Map.of("type", "string", "pattern", "^\\d{4}-(0[1-9]|1[0-2])$"),
                text -> YearMonth.parse(ofLength(text, 7)));
    }

    /** An instant. */
    public static Param<Instant> instant(String name, String description) {
        return optional(name, description, Map.of("type", "string", "format", "date-time"), Instant::parse);
    }

    /** Any text. */
    public static Param<String> text(String name, String description) {
        Map<String, Object> schema = Map.of("type", "string", "maxLength", LONGEST_TEXT);
        return optional(name, description, schema, Param::bounded);
    }

    /** Yes or no; no where it is not given. */
    public static Param<Boolean> flag(String name, String description) {
        Map<String, Object> schema = Map.of("type", "boolean", "default", false);
        return new Param<>(name, description, schema, Param::bool, false);
    }

    /** One of some words. */
    public static Param<String> choice(String name, List<String> words, String fallback, String description) {
        Map<String, Object> schema = new LinkedHashMap<>(Map.of("type", "string", "default", fallback));
        schema.put("enum", words);
        return new Param<>(name, description, schema, text -> oneOf(text, words), fallback);
    }

    private static <T> Param<T> optional(
            String name, String description, Map<String, Object> schema, Function<String, T> reader) {
        return new Param<>(name, description, schema, reader, null);
    }

    /**
     * The value that a query string gives.
     *
     * @throws ProblemException 400 where the text is not what it should be
     */
    @Nullable
    T read(@Nullable String text) {
        if (text == null) {
            return fallback;
        }
        try {
            return reader.apply(text);
        } catch (IllegalArgumentException | DateTimeException wrong) {
            throw ProblemException.of(ProblemType.MALFORMED, "The parameter " + name + " is not " + describe() + ".");
        }
    }

    private String describe() {
        Object format = schema.get("format");
        Object words = schema.get("enum");
        if (words != null) {
            return "one of " + words;
        }
        if (schema.containsKey("minimum")) {
            return "a whole number from " + schema.get("minimum") + " to " + schema.get("maximum");
        }
        return format == null ? "of the form that the documentation shows" : "a " + format;
    }

    private static int within(int value, int min, int max) {
        if (value < min || value > max) {
            throw new IllegalArgumentException("out of range");
        }
        return value;
    }

    private static boolean bool(String text) {
        return switch (text) {
            case "", "true" -> true;
            case "false" -> false;
            default -> throw new IllegalArgumentException("neither true nor false");
        };
    }

    private static String oneOf(String text, List<String> words) {
        if (!words.contains(text)) {
            throw new IllegalArgumentException("no such word");
        }
        return text;
    }

    /** Java reads years of nine digits and a sign; no calendar here has them. */
    private static String ofLength(String text, int length) {
        if (text.length() != length) {
            throw new IllegalArgumentException("not four digits of a year");
        }
        return text;
    }

    private static String bounded(String text) {
        if (text.length() > LONGEST_TEXT) {
            throw new IllegalArgumentException("too long");
        }
        return text;
    }
}
