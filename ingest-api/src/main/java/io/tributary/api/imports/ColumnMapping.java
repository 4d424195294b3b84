package io.tributary.api.imports;

import io.tributary.schemas.Currencies;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Which column means what.
 *
 * @param places the places of the columns, from 0; only a description can have several
 * @param titles how the file calls them
 * @param currency the currency that stands in the title of the amounts, if one does
 * @param firstLine the first line of {@link CsvStatement#lines()} that holds a transaction
 */
record ColumnMapping(
        Map<Column, List<Integer>> places,
        List<String> titles,
        @Nullable String currency,
        int firstLine) {

    /** A header stands among the first lines, after what banks write about the account. */
    private static final int HEADER_WITHIN = 40;

    private static final Pattern NUMBER = Pattern.compile("[1-9][0-9]{0,2}");
    private static final int CODE = 3;
    private static final String HOW =
            "name them by title or number, such as --map date=1,amount=4,description=2 or --map date=Buchungstag.";

    /** Copies what it is given. */
    ColumnMapping {
        places = Map.copyOf(places);
        titles = List.copyOf(titles);
    }

    /** Whether there is such a column. */
    boolean has(Column column) {
        return places.containsKey(column);
    }

    /** The cells of a column in a line; empty where there is no such column. */
    List<String> cells(CsvStatement.Line line, Column column) {
        return places.getOrDefault(column, List.of()).stream().map(line::cell).toList();
    }

    /** The cell of a column in a line; empty where there is no such column. */
    String cell(CsvStatement.Line line, Column column) {
        return has(column) ? line.cell(places.getOrDefault(column, List.of()).get(0)) : "";
    }

    /** The same without a column. */
    ColumnMapping without(Column column) {
        Map<Column, List<Integer>> left = new EnumMap<>(Column.class);
        left.putAll(places);
        left.remove(column);
        return new ColumnMapping(left, titles, currency, firstLine);
    }

    /** The columns for a person: {@code date = "Buchungstag"}, or a number where the file has no titles. */
    List<String> describe() {
        return new EnumMap<>(places)
                .entrySet().stream()
                        .map(entry -> entry.getKey().word() + " = "
                                + String.join(
                                        " + ",
                                        entry.getValue().stream()
                                                .map(this::title)
                                                .toList()))
                        .toList();
    }

    /**
     * Finds the columns of a statement.
     *
     * @param given columns by title or by number from 1, several joined by {@code +}; they go before what is guessed
     * @throws StatementProblem when there is no column for the date or none for the amount
     */
    static ColumnMapping find(CsvStatement statement, Map<Column, String> given) {
        List<CsvStatement.Line> lines = statement.lines();
        for (int at = 0; at < Math.min(lines.size(), HEADER_WITHIN); at++) {
            Optional<ColumnMapping> mapping = byTitles(lines.get(at).cells(), given, at + 1);
            if (mapping.isPresent()) {
                return mapping.get();
            }
        }
        return byNumbers(lines, given);
    }

    private static Optional<ColumnMapping> byTitles(List<String> titles, Map<Column, String> given, int firstLine) {
        List<String> words = titles.stream().map(ColumnNames::normalise).toList();
        if (words.stream().noneMatch(ColumnMapping::isTitle)) {
            return Optional.empty();
        }
        Map<Column, List<Integer>> places = new EnumMap<>(Column.class);
        Set<Integer> taken = new HashSet<>();
        for (Map.Entry<Column, String> entry : given.entrySet()) {
            List<Integer> named = named(entry.getValue(), words);
            if (named.isEmpty()) {
                return Optional.empty();
            }
            places.put(entry.getKey(), named);
            taken.addAll(named);
        }
        guess(words, places, taken);
        return isEnough(places) && isNamed(given, places)
                ? Optional.of(new ColumnMapping(places, titles, currency(words, places), firstLine))
                : Optional.empty();
    }

    /** Whether a title stands for the date or an amount: columns that are all given by number make no line a header. */
    private static boolean isNamed(Map<Column, String> given, Map<Column, List<Integer>> places) {
        return Stream.of(Column.DATE, Column.AMOUNT, Column.DEBIT, Column.CREDIT)
                .filter(places::containsKey)
                .anyMatch(column -> !given.containsKey(column)
                        || !NUMBER.matcher(given.getOrDefault(column, "")).matches());
    }

    /** Guesses what is not given; with a column of signed amounts, separate ones for either way are not looked for. */
    private static void guess(List<String> words, Map<Column, List<Integer>> places, Set<Integer> taken) {
        for (Column column : Column.values()) {
            boolean needless = (column == Column.AMOUNT && places.containsKey(Column.DEBIT))
                    || ((column == Column.DEBIT || column == Column.CREDIT) && places.containsKey(Column.AMOUNT));
            if (!needless && !places.containsKey(column)) {
                guess(column, words, taken).ifPresent(place -> {
                    places.put(column, List.of(place));
                    taken.add(place);
                });
            }
        }
    }

    private static Optional<Integer> guess(Column column, List<String> words, Set<Integer> taken) {
        for (String name : ColumnNames.of(column)) {
            for (int place = 0; place < words.size(); place++) {
                String word = words.get(place);
                if (!taken.contains(place) && (word.equals(name) || bare(word).equals(name))) {
                    return Optional.of(place);
                }
            }
        }
        return Optional.empty();
    }

    private static List<Integer> named(String wanted, List<String> words) {
        List<Integer> places = new ArrayList<>();
        for (String part : wanted.split("\\+", -1)) {
            OptionalInt place = place(part.strip(), words);
            if (place.isEmpty()) {
                return List.of();
            }
            places.add(place.getAsInt());
        }
        return places;
    }

    private static OptionalInt place(String wanted, List<String> words) {
        String word = ColumnNames.normalise(wanted);
        OptionalInt titled = IntStream.range(0, words.size())
                .filter(place -> words.get(place).equals(word))
                .findFirst();
        return titled.isEmpty() && NUMBER.matcher(wanted).matches()
                ? OptionalInt.of(Integer.parseInt(wanted) - 1)
                : titled;
    }

    private static ColumnMapping byNumbers(List<CsvStatement.Line> lines, Map<Column, String> given) {
        Map<Column, List<Integer>> places = new EnumMap<>(Column.class);
        given.forEach((column, wanted) -> {
            List<Integer> named = named(wanted, List.of());
            if (named.isEmpty()) {
                throw new StatementProblem("No line of the file names the column that --map gives for " + column.word()
                        + ": check the title, or give the column's number.");
            }
            places.put(column, named);
        });
        if (!isEnough(places)) {
            throw new StatementProblem("No line of the file names a date and an amount column: " + HOW);
        }
        int date = places.getOrDefault(Column.DATE, List.of()).get(0);
        int first = IntStream.range(0, lines.size())
                .filter(at -> DateStyle.isDate(lines.get(at).cell(date)))
                .findFirst()
                .orElse(0);
        List<String> titles = first == 0 ? List.of() : lines.get(first - 1).cells();
        Set<Integer> taken = new HashSet<>();
        places.values().forEach(taken::addAll);
        guess(titles.stream().map(ColumnNames::normalise).toList(), places, taken);
        return new ColumnMapping(places, titles, null, first);
    }

    private static boolean isEnough(Map<Column, List<Integer>> places) {
        boolean amounts = places.containsKey(Column.AMOUNT)
                || (places.containsKey(Column.DEBIT) && places.containsKey(Column.CREDIT));
        return amounts && places.containsKey(Column.DATE);
    }

    private static @Nullable String currency(List<String> words, Map<Column, List<Integer>> places) {
        Column amount = places.containsKey(Column.AMOUNT) ? Column.AMOUNT : Column.DEBIT;
        String title = words.get(Math.min(
                words.size() - 1, places.getOrDefault(amount, List.of(0)).get(0)));
        String bare = bare(title);
        return bare.equals(title)
                ? null
                : title.substring(title.length() - CODE).toUpperCase(Locale.ROOT);
    }

    /** {@code betrag eur} without the currency. */
    private static String bare(String word) {
        int end = word.length() - CODE - 1;
        boolean currency = end > 0
                && word.charAt(end) == ' '
                && Currencies.isKnown(word.substring(end + 1).toUpperCase(Locale.ROOT));
        return currency ? word.substring(0, end) : word;
    }

    private static boolean isTitle(String word) {
        return !word.isEmpty() && !Character.isDigit(word.charAt(0));
    }

    private String title(int place) {
        return place < titles.size() ? '"' + titles.get(place) + '"' : "column " + (place + 1);
    }
}
