package io.tributary.api.imports;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads amounts as banks write them: {@code -1.234,50}, {@code 1,234.50 CR}, {@code (12.00)}, {@code - $21.59}, {@code 12,00-}. */
final class AmountText {

    private static final int LONGEST = 64;
    private static final Pattern SPACE = Pattern.compile("[\\s\\u00a0\\u202f\\u2009'\\u2019`]+");

    /** Space or apostrophe between digits that are no groups of three: two numbers, or a slip. */
    private static final Pattern TORN = Pattern.compile("[0-9]" + SPACE.pattern() + "(?![0-9]{3}(?![0-9]))[0-9]");

    /** Sign, currency and words around the digits; a sign may stand on either side of a currency. */
    private static final Pattern AROUND = Pattern.compile("(?<before>(?:[-+(\\p{Sc}]|\\p{L}++\\.?+)*+)"
            + "(?<digits>[0-9.,]*[0-9][0-9.,]*)(?<after>[-+)\\p{Sc}\\p{L}.]*)");

    private static final Pattern GROUPED_BY_COMMA = Pattern.compile("[0-9]{1,3}(,[0-9]{2,3})*,[0-9]{3}");
    private static final Pattern GROUPED_BY_POINT = Pattern.compile("[0-9]{1,3}(\\.[0-9]{3})+");
    private static final Pattern PLAIN = Pattern.compile("[0-9]+");
    private static final Pattern DECIMALS = Pattern.compile("[0-9]*");

    private AmountText() {}

    /** What stands before the decimals. */
    enum Decimals {
        /** 1,234.50. */
        POINT('.', ',', GROUPED_BY_COMMA),
        /** 1.234,50. */
        COMMA(',', '.', GROUPED_BY_POINT);

        private final char mark;
        private final char group;
        private final Pattern grouped;

        Decimals(char mark, char group, Pattern grouped) {
            this.mark = mark;
            this.group = group;
            this.grouped = grouped;
        }

        /** The digits as a plain decimal; empty where they are not written so. */
        private Optional<String> plain(String digits) {
            int at = digits.lastIndexOf(mark);
            String whole = at < 0 ? digits : digits.substring(0, at);
            String decimals = at < 0 ? "" : digits.substring(at + 1);
            boolean good = (whole.isEmpty() && !decimals.isEmpty())
                    || PLAIN.matcher(whole).matches()
                    || grouped.matcher(whole).matches();
            if (!good || !DECIMALS.matcher(decimals).matches()) {
                return Optional.empty();
            }
            String bare = whole.replace(String.valueOf(group), "");
            return Optional.of((bare.isEmpty() ? "0" : bare) + (decimals.isEmpty() ? "" : "." + decimals));
        }
    }

    /** How a file writes its decimals. */
    sealed interface Reading {
        /** So. */
        record Found(Decimals decimals) implements Reading {}

        /** In either way, with different results: {@code 1.234} alone does not tell. */
        record Ambiguous() implements Reading {}
    }

    /** Finds out how the amounts of a file are written: so that most of them can be read, and no two ways differ. */
    static Reading detect(List<String> cells) {
        long points = readable(cells, Decimals.POINT);
        long commas = readable(cells, Decimals.COMMA);
        if (points != commas) {
            return new Reading.Found(points > commas ? Decimals.POINT : Decimals.COMMA);
        }
        boolean same =
                cells.stream().allMatch(cell -> read(cell, Decimals.POINT).equals(read(cell, Decimals.COMMA)));
        return same ? new Reading.Found(Decimals.POINT) : new Reading.Ambiguous();
    }

    /** The signed amount in a cell; empty when there is none. */
    static Optional<BigDecimal> read(String cell, Decimals decimals) {
        if (cell.length() > LONGEST || TORN.matcher(cell).find()) {
            return Optional.empty();
        }
        String bare = SPACE.matcher(cell).replaceAll("").replace('\u2212', '-');
        Matcher parts = AROUND.matcher(bare);
        if (!parts.matches()) {
            return Optional.empty();
        }
        Optional<Boolean> negative = isNegative(parts.group("before"), parts.group("after"));
        return decimals.plain(parts.group("digits"))
                .map(BigDecimal::new)
                .flatMap(amount -> negative.map(minus -> minus ? amount.negate() : amount));
    }

    /** Which way the signs point; empty where there are several, which is no amount. */
    private static Optional<Boolean> isNegative(String before, String after) {
        String around = (before + after).toUpperCase(Locale.ROOT);
        boolean brackets = before.contains("(") && after.contains(")");
        long signs = around.chars().filter(c -> c == '-' || c == '+').count();
        if (brackets != (around.contains("(") || around.contains(")")) || signs + (brackets ? 1 : 0) > 1) {
            return Optional.empty();
        }
        String word = after.toUpperCase(Locale.ROOT);
        return Optional.of(brackets || around.contains("-") || word.equals("DR") || word.equals("DB"));
    }

    private static long readable(List<String> cells, Decimals decimals) {
        return cells.stream().filter(cell -> read(cell, decimals).isPresent()).count();
    }
}
