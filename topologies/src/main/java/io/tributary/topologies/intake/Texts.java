package io.tributary.topologies.intake;

import org.jspecify.annotations.Nullable;

/**
 * What texts may hold. A character is a Unicode code point. Only properties that no Unicode version changes are asked
 * for (control characters, surrogates, ASCII), so that a replay on a newer JDK decides as the first run did.
 */
final class Texts {

    private Texts() {}

    /** True when there are at least {@code min} and at most {@code max} characters. */
    static boolean hasLength(String text, int min, int max) {
        // Only a text between max and twice max chars needs counting.
        int chars = text.length();
        return chars >= min && (chars <= max || (chars <= 2 * max && text.codePointCount(0, chars) <= max));
    }

    /** True when the text has no control character but tab and line ends, and no half of a surrogate pair. */
    static boolean isClean(String text) {
        return isClean(text, true);
    }

    /** True when the text has no control character and no half of a surrogate pair. */
    static boolean isPrintable(String text) {
        return isClean(text, false);
    }

    /** True for 1 to {@code max} ASCII letters, digits and characters of {@code others}. */
    static boolean isToken(@Nullable String text, int max, String others) {
        if (text == null || text.isEmpty() || text.length() > max) {
            return false;
        }
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (!isAsciiLetterOrDigit(c) && others.indexOf(c) < 0) {
                return false;
            }
        }
        return true;
    }

    /** True for exactly {@code count} ASCII digits. */
    static boolean isDigits(String text, int count) {
        return text.length() == count && text.chars().allMatch(c -> c >= '0' && c <= '9');
    }

    private static boolean isAsciiLetterOrDigit(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    }

    private static boolean isClean(String text, boolean whiteSpace) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isHighSurrogate(c)) {
                i++;
                if (i == text.length() || !Character.isLowSurrogate(text.charAt(i))) {
                    return false;
                }
            } else if (Character.isLowSurrogate(c)) {
                return false;
            } else if (Character.isISOControl(c) && !(whiteSpace && (c == '\t' || c == '\n' || c == '\r'))) {
                return false;
            }
        }
        return true;
    }
}
