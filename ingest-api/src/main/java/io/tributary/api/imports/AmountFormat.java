package io.tributary.api.imports;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How a file writes its amounts: which sign parts the decimals, the other one, a blank or an apostrophe grouping thousands.
 * Brackets, and a minus before or behind, mean less than nothing; currency signs and codes are looked over.
 */
enum AmountFormat {
    /** 1,234.56. */
    POINT('.'),
    /** 1.234,56. */
    COMMA(',');

    private static final Pattern DRESS = Pattern.compile("[\\p{Sc}A-Z\\s\\u00a0\\u202f'’+]");
    private static final int LONGEST = 40;

    private final Pattern number;
    private final char decimal;

    AmountFormat(char decimal) {
        this.decimal = decimal;
        String group = decimal == '.' ? "," : "\\.";
        String point = decimal == '.' ? "\\." : ",";
        this.number = Pattern.compile("(\\d+|\\d{1,3}(?:" + group + "\\d{3})+)?(?:" + point + "(\\d+))?");
    }

    /**
     * The format that reads all texts.
     *
     * @throws ImportProblem when none does, or both do and disagree
     */
    static AmountFormat detect(List<String> texts) {
        List<AmountFormat> fitting = new ArrayList<>();
        for (AmountFormat candidate : values()) {
            if (texts.stream().allMatch(text -> candidate.read(text).isPresent())) {
                fitting.add(candidate);
            }
        }
        if (fitting.size() == 2
                && !texts.stream().allMatch(text -> POINT.read(text).equals(COMMA.read(text)))) {
            throw new ImportProblem("The amounts can be read with a decimal point and with a decimal comma: give"
                    + " --decimal point or --decimal comma.");
        }
        // Where neither reads all, the point reads what it can, and the other rows say what is wrong with them.
        return fitting.isEmpty() ? POINT : fitting.get(0);
    }

    /** The amount; nothing where the text is none in this format. */
    Optional<BigDecimal> read(String text) {
        String bare = DRESS.matcher(text).replaceAll("").replace('−', '-');
        boolean negative = bare.startsWith("-") || bare.endsWith("-") || (bare.startsWith("(") && bare.endsWith(")"));
        bare = bare.replaceAll("^[-(]|[-)]$", "");
        Matcher matcher = number.matcher(bare);
        if (bare.isEmpty() || bare.length() > LONGEST || !matcher.matches()) {
            return Optional.empty();
        }
        String plain = bare.replace(decimal == '.' ? "," : ".", "").replace(decimal, '.');
        BigDecimal amount = new BigDecimal(plain.startsWith(".") ? "0" + plain : plain);
        return Optional.of(negative ? amount.negate() : amount);
    }
}
