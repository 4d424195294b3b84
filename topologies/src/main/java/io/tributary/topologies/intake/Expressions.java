package io.tributary.topologies.intake;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import org.jspecify.annotations.Nullable;

/**
 * Whether an expression from outside may be run on every transaction. RE2 never backtracks, but counted repetitions
 * inside each other ({@code ((a{1000}){1000}){1000}}) make a program that fills the memory before it can be measured.
 */
final class Expressions {

    /**
     * What a text costs is its length times this. A user may have 20 expressions, each of which is run on each of their
     * transactions; 100 instructions are room for what is written by hand.
     */
    private static final int MAX_PROGRAM = 100;

    /** RE2's own limit for one repetition, here for all that stand inside each other. */
    private static final long MAX_REPETITIONS = 1_000;

    private static final Pattern REPETITION = Pattern.compile("\\{([0-9]{1,9})(?:,([0-9]{0,9}))?\\}");

    /** What stands before a repetition that may multiply another one. */
    private static final String ENDS_OF_REPEATED = ")}?*+";

    private Expressions() {}

    /** What is to be said of an expression. */
    enum Verdict {
        /** May be used. */
        GOOD,
        /** RE2 does not know it. */
        INVALID,
        /** Would cost too much. */
        TOO_COSTLY
    }

    static Verdict judge(String expression) {
        if (repetitions(expression) > MAX_REPETITIONS) {
            return Verdict.TOO_COSTLY;
        }
        try {
            return Pattern.compile(expression).programSize() <= MAX_PROGRAM ? Verdict.GOOD : Verdict.TOO_COSTLY;
        } catch (PatternSyntaxException wrong) {
            return Verdict.INVALID;
        }
    }

    /** At least as many times as any atom is repeated: the largest count of an atom times all counts of groups. */
    private static long repetitions(String expression) {
        Matcher matcher = REPETITION.matcher(expression);
        long ofGroups = 1;
        long ofAtoms = 1;
        while (matcher.find()) {
            long count = Math.max(1, Math.max(number(matcher.group(1)), number(matcher.group(2))));
            int before = matcher.start() - 1;
            if (before >= 0 && ENDS_OF_REPEATED.indexOf(expression.charAt(before)) >= 0) {
                ofGroups = Math.min(ofGroups * count, MAX_REPETITIONS + 1);
            } else {
                ofAtoms = Math.max(ofAtoms, count);
            }
        }
        return ofGroups * ofAtoms;
    }

    private static long number(@Nullable String digits) {
        return digits == null || digits.isEmpty() ? 0 : Long.parseLong(digits);
    }
}
